namespace Gradus.Interview.Tests;

public sealed class SeededChoiceTests
{
    [Fact]
    public void NextBits_SeedZero_GivesThePublishedSequence()
    {
        // The first outputs of SplitMix64 from state 0, as in the reference programs of the xoshiro generators.
        SeededChoice choice = new(0);

        Assert.Equal([0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL], [choice.NextBits(), choice.NextBits(), choice.NextBits()]);
    }

    [Fact]
    public void Next_ManyDraws_AreUniform()
    {
        SeededChoice choice = new(7);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            counts[choice.Next(6)]++;
        }

        // Chi-squared with five degrees of freedom: 20.5 is exceeded once in a thousand seeds; this seed is fixed.
        Assert.True(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000) < 20.5, string.Join(' ', counts));
        Assert.Throws<ArgumentOutOfRangeException>(() => choice.Next(0));
    }

    [Fact]
    public void Mix_NearTexts_GiveUnrelatedSeeds()
    {
        ulong a = SeededChoice.Mix(1, "dropout");
        ulong b = SeededChoice.Mix(1, "dropouu");
        ulong c = SeededChoice.Mix(2, "dropout");

        Assert.InRange(ulong.PopCount(a ^ b), 16UL, 48UL);
        Assert.InRange(ulong.PopCount(a ^ c), 16UL, 48UL);
    }
}
