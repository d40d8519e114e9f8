using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

public sealed class CharacterGptTests
{
    private static CharacterGpt Small() => new(vocabulary: 11, length: 6, width: 16, heads: 2, layers: 2, hidden: 32);

    /// <summary>Greedy writing is the argmax of a forward pass over the last tokens, step by step.</summary>
    [Fact]
    public void Generate_Greedy_TakesTheLikeliestOfEachWindow()
    {
        CharacterGpt model = Small();
        List<int> text = [3, 1, 4];

        int[] written = model.Generate(text, 9, TokenSampling.Greedy);

        for (int i = 0; i < 9; i++)
        {
            int[] window = [.. text.TakeLast(6)];
            float[] logits = model.Forward(Tensor.From(window, 1, window.Length)).Select(1, window.Length - 1).ToArray<float>();
            text.Add(Array.IndexOf(logits, logits.Max()));
        }

        Assert.Equal(text.Skip(3), written);
    }

    [Fact]
    public void Generate_SameSeed_SameTextOtherSeedAnother()
    {
        CharacterGpt model = Small();

        int[] first = model.Generate([0], 40, new TokenSampling { Seed = 5, Temperature = 2 });
        int[] again = model.Generate([0], 40, new TokenSampling { Seed = 5, Temperature = 2 });
        int[] other = model.Generate([0], 40, new TokenSampling { Seed = 6, Temperature = 2 });

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.All(first, token => Assert.InRange(token, 0, 10));
    }

    /// <summary>What a place sees: changing a later token changes no earlier logit.</summary>
    [Fact]
    public void Forward_LaterTokenChanged_LeavesEarlierPlacesAlone()
    {
        CharacterGpt model = Small();

        float[] before = model.Forward(Tensor.From([1, 2, 3, 4], 1, 4)).Narrow(1, 0, 3).ToArray<float>();
        float[] after = model.Forward(Tensor.From([1, 2, 3, 9], 1, 4)).Narrow(1, 0, 3).ToArray<float>();

        Assert.Equal(before, after);
    }

    [Fact]
    public void Generate_WhileTraining_DropsNothingAndTrainsOn()
    {
        CharacterGpt model = new(vocabulary: 11, length: 6, width: 16, heads: 2, layers: 1, hidden: 32, dropout: 0.5);
        Module frozen = model.Modules().Last().Module;
        frozen.Eval();

        int[] first = model.Generate([1], 12, TokenSampling.Greedy);
        int[] again = model.Generate([1], 12, TokenSampling.Greedy);

        Assert.Equal(first, again);
        Assert.True(model.Training);
        Assert.False(frozen.Training);
    }

    [Theory]
    [InlineData]
    [InlineData(11)]
    [InlineData(-1)]
    public void Generate_BadPrompt_IsRefused(params int[] prompt) => Assert.Throws<ArgumentException>(() => Small().Generate(prompt, 1, TokenSampling.Greedy));

    [Fact]
    public void Forward_TooManyTokens_SaysHowMany()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Small().Forward(Tensor.From(new int[7], 1, 7)));

        Assert.Contains("[1, 7]; it reads [rows, time] with at most 6 tokens", error.Message, StringComparison.Ordinal);
    }
}
