using Gradus.Learning.Data.Text;

namespace Gradus.Learning.Tests.Data.Text;

public sealed class WordVocabularyTests
{
    private static readonly string[] Texts = ["The film isn't good, it is GREAT!", "A well-known film; the film of 1994.", "'tis the film"];

    [Fact]
    public void Split_Text_KeepsJointsInsideWords() =>
        Assert.Equal(["the", "film", "isn't", "good", ",", "'", "tis'n", "-", "well-known", "é", "😀", "x"], WordVocabulary.Split("The film isn't good, 'tis'n - well-known É😀\tx"));

    [Fact]
    public void Fit_Texts_NumbersByFrequencyThenByWord()
    {
        WordVocabulary vocabulary = WordVocabulary.Fit(Texts);

        Assert.Equal(["film", "the", "!", "'", ",", ".", "1994", ";", "a", "good", "great", "is", "isn't", "it", "of", "tis", "well-known"], vocabulary.Words);
        Assert.Equal([3, 2, 1, 1], vocabulary.Encode("The film unseen here"));
        Assert.Equal("the film <unk> <unk>", vocabulary.Decode([3, 2, 1, 1, 0, 0]));
    }

    [Fact]
    public void Fit_Limits_LeaveTheRareOut()
    {
        Assert.Equal(["film", "the"], WordVocabulary.Fit(Texts, most: 4).Words);
        Assert.Equal(["film", "the"], WordVocabulary.Fit(Texts, minimumCount: 2).Words);
        Assert.Equal(["film", "the"], WordVocabulary.Fit(Texts, minimumCount: 2, lowerCase: false).Words);
        Assert.Equal(WordVocabulary.Unknown, WordVocabulary.Fit(Texts, lowerCase: false).Encode("FILM")[0]);
    }

    [Fact]
    public void Constructor_OfItsWords_IsTheSame()
    {
        WordVocabulary vocabulary = WordVocabulary.Fit(Texts);

        Assert.Equal(vocabulary.Encode(Texts[1]), new WordVocabulary(vocabulary.Words).Encode(Texts[1]));
        Assert.Contains("'film' stands twice", Assert.Throws<ArgumentException>(() => new WordVocabulary(["film", "film"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_UnknownNumber_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new WordVocabulary(["a"]).Decode([3]));
}
