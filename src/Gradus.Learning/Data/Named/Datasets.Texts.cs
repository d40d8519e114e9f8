using System.Text;
using Gradus.Learning.Data.Text;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    private static readonly string[] Polarity = ["negative", "positive"];

    /// <summary>Tiny Shakespeare (Karpathy 2015): 1,115,394 characters of plays, 65 different ones. The last tenth is for validation, as in nanoGPT.</summary>
    /// <param name="folder">Holds input.txt. Found by the name of the set when null, the default.</param>
    /// <returns>The first nine tenths and the last.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static TextParts TinyShakespeare(string? folder = null)
    {
        string text = File.ReadAllText(Find(folder, "tinyshakespeare", "input.txt"), Encoding.UTF8);
        int train = (int)(text.Length * 0.9);
        return new TextParts(text[..train], text[train..]);
    }

    /// <summary>First names of the United States, as makemore takes them: 32,033, lower case, a to z.</summary>
    /// <param name="folder">Holds names.txt. Found by the name of the set when null, the default.</param>
    /// <returns>The names in the order of the file, the most frequent first: shuffle before splitting (<see cref="DataSplit.Random"/>).</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static IReadOnlyList<string> Names(string? folder = null) => File.ReadAllLines(Find(folder, "names", "names.txt"), Encoding.UTF8);

    /// <summary>SMS spam collection (Almeida and Gómez Hidalgo 2011): 5,574 short messages; class 1 is spam (747).</summary>
    /// <param name="folder">Holds SMSSpamCollection. Found by the name of the set when null, the default.</param>
    /// <returns>The messages. Some stand twice: drop duplicates, or split so that they stay together.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="Files.DataFormatException">A line is no label, tab and text.</exception>
    public static LabelledTexts SmsSpam(string? folder = null)
    {
        string path = Find(folder, "sms-spam", "SMSSpamCollection");
        List<string> texts = [];
        List<int> labels = [];
        int line = 0;
        foreach (string row in File.ReadAllLines(path, Encoding.UTF8))
        {
            line++;
            int tab = row.IndexOf('\t', StringComparison.Ordinal);
            if (row.Length == 0 || (line == 1 && row == "Label\tSMS"))
            {
                continue;
            }

            Demand(tab > 0 && row[..tab] is "ham" or "spam", path, 0, $"line {line}", "the line must be ham or spam, a tab, and the message.");
            labels.Add(row[..tab] == "spam" ? 1 : 0);
            texts.Add(row[(tab + 1)..]);
        }

        return new LabelledTexts(texts, [.. labels], ["ham", "spam"]);
    }

    /// <summary>Sentences of movie reviews (Pang and Lee 2005): 5,331 negative (class 0) and 5,331 positive (class 1). The makers' figures are by ten folds.</summary>
    /// <param name="folder">Holds rt-polarity.pos and rt-polarity.neg, in Latin-1. Found by the name of the set when null, the default.</param>
    /// <returns>The sentences, the negative ones first.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    public static LabelledTexts MovieReviewPolarity(string? folder = null)
    {
        string[] negative = Lines(Find(folder, "movie-review-polarity", "rt-polarity.neg")), positive = Lines(Find(folder, "movie-review-polarity", "rt-polarity.pos"));
        return new LabelledTexts([.. negative, .. positive], [.. Enumerable.Repeat(0, negative.Length), .. Enumerable.Repeat(1, positive.Length)], Polarity);

        static string[] Lines(string path) => [.. File.ReadLines(path, Encoding.Latin1).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    /// <summary>Stanford sentiment treebank, two classes, whole sentences (Socher and others 2013): 6,920 for training, 872 for validation, 1,821 for test; class 1 is positive.</summary>
    /// <param name="folder">Holds stsa.binary.train, stsa.binary.dev and stsa.binary.test. Found by the name of the set when null, the default.</param>
    /// <returns>The sentences in the official split.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="Files.DataFormatException">A line does not begin with 0 or 1.</exception>
    public static DataParts<LabelledTexts> Sst2(string? folder = null)
    {
        return new DataParts<LabelledTexts>(Part("train"), Part("test"), Part("dev"));

        LabelledTexts Part(string name)
        {
            string path = Find(folder, "sst2", $"stsa.binary.{name}");
            string[] lines = File.ReadAllLines(path, Encoding.UTF8);
            for (int line = 0; line < lines.Length; line++)
            {
                Demand(lines[line] is ['0' or '1', ' ', ..], path, 0, $"line {line + 1}", "the line must begin with 0 or 1 and a blank.");
            }

            return new LabelledTexts([.. lines.Select(line => line[2..])], [.. lines.Select(line => line[0] - '0')], Polarity);
        }
    }
}
