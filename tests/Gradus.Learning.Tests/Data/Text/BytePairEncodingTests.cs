using System.Text;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Text;
using Gradus.Learning.Tests.Data.Named;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Text;

/// <summary>Against a reference that counts every pair anew before each merge.</summary>
public sealed class BytePairEncodingTests
{
    private const string Sample = "low low low low low lower lower newest newest newest newest newest newest widest widest widest\n\n  aaaa aaa a  été éta 2024 2025, 20!? 日本 日本語";

    [Theory]
    [InlineData(Sample, 60)]
    [InlineData("aaaaaaaaaa aaaaa aaa aaab baaa", 12)]
    [InlineData("abab abab ababab cdcd cdcd", 20)]
    [InlineData("", 5)]
    public void Train_AnyText_LearnsTheReferencesMerges(string text, int merges)
    {
        BytePairEncoding encoding = BytePairEncoding.Train(text, 256 + merges);

        (List<(int, int)> expected, List<int[]> words) = Reference(text, merges);

        Assert.Equal(expected, encoding.Merges);
        Assert.Equal(words.SelectMany(word => word), encoding.Encode(text));
    }

    [Fact]
    public void Train_RandomTexts_LearnTheReferencesMerges()
    {
        Rng rng = new(5);
        for (int round = 0; round < 40; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 200).Select(_ => "aab cb \n"[rng.NextInt(8)]));

            (List<(int, int)> expected, List<int[]> words) = Reference(text, 25);
            BytePairEncoding encoding = BytePairEncoding.Train(text, 281);

            Assert.Equal(expected, encoding.Merges);
            Assert.Equal(words.SelectMany(word => word), encoding.Encode(text));
        }
    }

    [Fact]
    public void Decode_OfEncode_IsTheText()
    {
        BytePairEncoding encoding = BytePairEncoding.Train(Sample, 300);
        Rng rng = new(9);
        int[] ranges = [0x20, 0x7F, 0x400, 0x3000, 0x1F600, 0x10FFFF];
        for (int round = 0; round < 300; round++)
        {
            StringBuilder text = new();
            for (int letter = rng.NextInt(40); letter > 0; letter--)
            {
                int point = rng.NextInt(ranges[rng.NextInt(ranges.Length)] + 1);
                text.Append(Rune.IsValid(point) ? new Rune(point).ToString() : " low");
            }

            Assert.Equal(text.ToString(), encoding.Decode(encoding.Encode(text.ToString())));
        }
    }

    [Fact]
    public void DecodeBytes_OfAnyBytes_IsThem()
    {
        BytePairEncoding encoding = BytePairEncoding.Train(Sample, 300);
        Rng rng = new(10);
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = [.. Enumerable.Range(0, rng.NextInt(60)).Select(_ => (byte)rng.NextInt(256))];

            Assert.Equal(bytes, encoding.DecodeBytes(encoding.Encode(bytes)));
        }
    }

    [Fact]
    public void Load_OfSave_IsTheSameEncoding()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "merges.json");
        BytePairEncoding encoding = BytePairEncoding.Train(Sample, 290);

        encoding.Save(path);

        Assert.Equal(encoding.Merges, BytePairEncoding.Load(path).Merges);
    }

    [Theory]
    [InlineData("[[97,98],[99]]")]
    [InlineData("[[97,256]]")]
    [InlineData("[[97,98],[97,98]]")]
    [InlineData("[[-1,98]]")]
    [InlineData("{}")]
    [InlineData("[[97,")]
    public void Load_SomethingElse_IsRefused(string content)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "merges.json");
        File.WriteAllText(path, content);

        Assert.Equal((path, "merges"), Assert.Throws<DataFormatException>(() => BytePairEncoding.Load(path)) is { } error ? (error.File, error.Field) : default);
    }

    [Fact]
    public void Encode_HalfAPair_IsRefused() => Assert.Throws<ArgumentException>(() => BytePairEncoding.Train("abc", 256).Encode("\uDC00"));

    [Fact]
    public void Decode_UnknownToken_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => BytePairEncoding.Train("abc", 256).Decode([256]));

    [Fact]
    public void Train_TinyShakespeare_HalvesIt()
    {
        string text = File.ReadAllText(Path.Combine(RealData.Folder("tinyshakespeare"), "input.txt"));

        BytePairEncoding encoding = BytePairEncoding.Train(text, 1024);
        int[] tokens = encoding.Encode(text);

        Assert.Equal(1024, encoding.Count);
        Assert.InRange(tokens.Length, text.Length / 4, text.Length / 2);
        Assert.Equal(text, encoding.Decode(tokens));
    }

    private static (List<(int, int)> Merges, List<int[]> Words) Reference(string text, int most)
    {
        List<List<int>> words = [.. SplitSlowly(text).Select(word => Encoding.UTF8.GetBytes(word).Select(letter => (int)letter).ToList())];
        List<(int, int)> merges = [];
        for (int merged = 256; merges.Count < most; merged++)
        {
            (int Left, int Right)[] pairs = [.. words.SelectMany(word => word.Zip(word.Skip(1)))];
            if (pairs.Length == 0)
            {
                break;
            }

            ((int Left, int Right) pair, int count) = pairs.CountBy(each => each).OrderByDescending(each => each.Value).ThenBy(each => each.Key).First();
            if (count < 2)
            {
                break;
            }

            merges.Add(pair);
            foreach (List<int> word in words)
            {
                for (int place = 0; place + 1 < word.Count; place++)
                {
                    if ((word[place], word[place + 1]) == pair)
                    {
                        word[place] = merged;
                        word.RemoveAt(place + 1);
                    }
                }
            }
        }

        return (merges, [.. words.Select(word => word.ToArray())]);
    }

    // The rule of words as a regular expression.
    private static IEnumerable<string> SplitSlowly(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @" ?[A-Za-z\u0080-\uFFFF]+| ?[0-9]+| ?[^\sA-Za-z0-9\u0080-\uFFFF]+|[ \t\n\v\f\r]+(?= [^\s])|[ \t\n\v\f\r]+", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(match => match.Value);
}
