using Gradus.Tensors.Random;

namespace Gradus.Tensors.Tests.Random;

public sealed class PhiloxTests
{
    /// <summary>The known answers that the authors of Random123 publish for philox4x32, 10 rounds.</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Block_KnownCounters_GiveThePublishedWords(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint e0, uint e1, uint e2, uint e3)
    {
        Philox.Block(ref c0, ref c1, ref c2, ref c3, k0, k1);

        Assert.Equal([e0, e1, e2, e3], new[] { c0, c1, c2, c3 });
    }

    /// <summary>Quantiles as tabulated in Wichura's paper (0.25, 0.001, 1e-20) and by symmetry.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.999, 3.090232306167814)]
    [InlineData(0.975, 1.959963984540054)]
    public void Quantile_KnownProbabilities_MatchTheTable(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.Invoke(probability), 1e-12);
}
