using Gradus.Learning.Data.Text;
using Gradus.Learning.Tests.Data.Named;

namespace Gradus.Learning.Tests.Data.Text;

public sealed class CharacterVocabularyTests
{
    [Fact]
    public void Fit_AnyText_NumbersCharactersByCodePoint()
    {
        CharacterVocabulary vocabulary = CharacterVocabulary.Fit("dad had\nmaß 😀ﬀ");

        Assert.Equal("\n adhmßﬀ😀", vocabulary.Characters);
        Assert.Equal(9, vocabulary.Count);
        Assert.Equal([3, 2, 3], vocabulary.Encode("dad"));
        Assert.Equal([8, 0], vocabulary.Encode("😀\n"));
    }

    [Fact]
    public void Decode_OfEncode_IsTheText()
    {
        const string text = "No, but now! 😀\r\n\té e\u0301";
        CharacterVocabulary vocabulary = CharacterVocabulary.Fit(text);

        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
        Assert.Equal(vocabulary.Encode(text), CharacterVocabulary.Fit(vocabulary.Characters).Encode(text));
    }

    [Fact]
    public void Encode_UnknownCharacter_NamesItAndItsPlace()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => CharacterVocabulary.Fit("abc").Encode("abxa"));

        Assert.Contains("U+0078 at place 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_HalfAPair_IsRefused() => Assert.Contains("half a surrogate pair", Assert.Throws<ArgumentException>(() => CharacterVocabulary.Fit("a\uD83D")).Message, StringComparison.Ordinal);

    [Fact]
    public void Decode_UnknownNumber_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => CharacterVocabulary.Fit("ab").Decode([0, 2]));

    [Fact]
    public void Fit_TinyShakespeare_HasItsSixtyFiveCharacters()
    {
        string text = File.ReadAllText(Path.Combine(RealData.Folder("tinyshakespeare"), "input.txt"));

        CharacterVocabulary vocabulary = CharacterVocabulary.Fit(text);

        Assert.Equal("\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", vocabulary.Characters);
        Assert.Equal(1_115_394, vocabulary.Encode(text).Length);
    }
}
