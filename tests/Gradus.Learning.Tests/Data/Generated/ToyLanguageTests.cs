using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class ToyLanguageTests
{
    private static readonly string[] Good = ["kind", "clear", "warm", "calm", "bright", "useful", "clean", "quick", "friendly", "plain", "cosy", "quiet", "radiant", "helpful", "spotless", "swift"];

    [Fact]
    public void ToyGrammar_Sentences_AreJudgedByTheirLastClause()
    {
        foreach (ToySentence sentence in new ToyGrammar { Rows = 2000 }.Generate(1))
        {
            Assert.Equal(Judge(sentence.Text), sentence.Positive);
            Assert.Equal(sentence.Positive, Judge(sentence.Paraphrase));
            Assert.Equal(sentence.Text.Split(' ').Contains("not"), sentence.Negated);
            Assert.NotEqual(sentence.Text, sentence.Paraphrase);

            // The invented language puts the verb last, and "not" before it.
            string[] translated = sentence.Translation.Split(' ');
            Assert.Equal(sentence.Text.Split(' ').Length, translated.Length);
            Assert.Contains(translated[^1], (string[])["esu", "vilu", "somu"]);
            Assert.Equal(sentence.Text.Split(' ').Count(word => word == "not"), translated.Count(word => word == "ne"));
        }
    }

    [Fact]
    public void ToyGrammar_Probabilities_SumToOneAndHaveTheEntropy()
    {
        // Without a second clause there are 8 · 3 · 2 · 4 · 16 sentences: all of them come up among many.
        ToyGrammar grammar = new() { Rows = 150_000, Joined = 0 };
        ToySentence[] distinct = [.. grammar.Generate(2).DistinctBy(sentence => sentence.Text)];

        Assert.Equal(8 * 3 * 2 * 4 * 16, distinct.Length);
        Assert.Equal(1, distinct.Sum(sentence => Math.Exp(sentence.LogProbability)), 1e-9);
        Assert.Equal(grammar.Entropy(), -distinct.Sum(sentence => sentence.LogProbability * Math.Exp(sentence.LogProbability)), 1e-9);
    }

    [Fact]
    public void ToyGrammar_JoinedSentences_HaveTheEntropyOnAverage()
    {
        ToyGrammar grammar = new() { Rows = 20_000 };

        Assert.Equal(grammar.Entropy(), -grammar.Generate(3).Average(sentence => sentence.LogProbability), 0.08);
    }

    [Fact]
    public void ToyGrammar_Translation_SaysTheSame()
    {
        // Two sentences of one translation are one sentence.
        IReadOnlyList<ToySentence> sentences = new ToyGrammar { Rows = 20_000 }.Generate(4);

        Assert.All(sentences.GroupBy(sentence => sentence.Translation), group => Assert.Single(group.Select(sentence => sentence.Text).Distinct()));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    public void ToyGrammar_CertainChoices_AreMade(double negation, double adverb, double joined)
    {
        ToyGrammar grammar = new() { Negation = negation, Adverb = adverb, Joined = joined };

        Assert.All(grammar.Generate(1), sentence => Assert.Equal(joined == 1 ? 13 : 4, sentence.Text.Split(' ').Length));
        Assert.All(grammar.Generate(1), sentence => Assert.True(double.IsFinite(sentence.LogProbability)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ToyGrammar { Negation = 1.1 }.Generate(1));
    }

    [Fact]
    public void ToyFacts_Questions_AreAnsweredByTheirDocumentOrByNone()
    {
        ToyFactsRows rows = new ToyFacts { Documents = 30, Unanswerable = 40 }.Generate(1);

        Assert.Equal(30, rows.Documents.Select(document => document.Title).Distinct().Count());
        Assert.Equal(90, rows.Questions.Count(question => question.Answer is not null));
        Assert.Equal(40, rows.Questions.Count(question => question.Answer is null));
        foreach (ToyQuestion question in rows.Questions)
        {
            Assert.NotEqual(question.Text, question.Paraphrase);
            string person = rows.Documents.Select(document => document.Title).FirstOrDefault(title => question.Text.Contains(title, StringComparison.Ordinal)) ?? "";
            if (question.Document is { } id)
            {
                Assert.Equal(rows.Documents[id].Title, person);
                Assert.Contains(question.Answer!, rows.Documents[id].Text, StringComparison.Ordinal);
                Assert.Contains(question.Answer!, rows.Documents[id].Facts.Values);
                Assert.Contains(person, question.Paraphrase, StringComparison.Ordinal);
            }
            else
            {
                Assert.Null(question.Answer);
            }
        }

        // Those without an answer ask of known people and of others.
        Assert.Equal(2, rows.Questions.Where(question => question.Answer is null).Select(question => rows.Documents.Any(document => question.Text.Contains(document.Title, StringComparison.Ordinal))).Distinct().Count());
        Assert.Equal(rows.Questions, new ToyFacts { Documents = 30, Unanswerable = 40 }.Generate(1).Questions);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ToyFacts { Documents = 41 }.Generate(1));
    }

    [Fact]
    public void ToyFacts_WithoutAnswer_AsksOnlyWhatIsNotSaid()
    {
        ToyFactsRows rows = new ToyFacts { Documents = 20, FactsPerDocument = 4, Unanswerable = 300 }.Generate(2);
        HashSet<string> answered = [.. rows.Questions.Where(question => question.Answer is not null).Select(question => question.Text)];

        Assert.All(rows.Questions.Where(question => question.Answer is null), question => Assert.DoesNotContain(question.Text, answered));
    }

    // The last clause counts; "not" turns it round.
    private static bool Judge(string text)
    {
        string[] clause = text.Split([" and ", " but ", " yet "], StringSplitOptions.None)[^1].Split(' ');
        return Good.Contains(clause[^1]) != clause.Contains("not");
    }
}
