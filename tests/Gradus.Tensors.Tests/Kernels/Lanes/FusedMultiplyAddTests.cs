using System.Globalization;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Testing;

namespace Gradus.Tensors.Tests.Kernels.Lanes;

/// <summary>a · b + c is rounded once on every machine, also where the runtime has no instruction for it.</summary>
public sealed class FusedMultiplyAddTests
{
    private const int Count = 20_000;

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Fma_WithoutTheInstruction_IsRoundedOnce(string variable)
    {
        Dictionary<string, string?> environment = new() { [variable] = "0" };

        string report = await ChildTest.RunAsync(typeof(FusedMultiplyAddTests), nameof(Fma_HardNumbers_IsRoundedOnce), environment, TestContext.Current.CancellationToken);

        Assert.Equal($"{Count} right, instruction: {false}", report);
    }

    [Fact]
    public void Fma_HardNumbers_IsRoundedOnce()
    {
        Rng rng = new(1);
        int right = 0;
        for (int i = 0; i < Count; i++)
        {
            float a = Number(rng), b = Number(rng);

            // Near the negative product everything depends on the bits that a rounded product loses.
            float c = i % 2 == 0 ? -(a * b) : Number(rng);
            float expected = Exact(a, b, c);

            Assert.Equal(expected, Lanes1.Fma(a, b, c));
            Assert.Equal(expected, Lanes128.Fma(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c))[3]);
            right++;
        }

        ChildTest.Report(string.Create(CultureInfo.InvariantCulture, $"{right} right, instruction: {System.Runtime.Intrinsics.X86.Fma.IsSupported}"));
    }

    private static float Number(Rng rng) => (float)((rng.NextDouble() - 0.5) * Math.Pow(2, rng.NextInt(40) - 20));

    /// <summary>The product is exact in double. The sum is rounded to odd, so that rounding it again to float is right (Boldo and Melquiond, 2008).</summary>
    private static float Exact(float a, float b, float c)
    {
        double product = (double)a * b, sum = product + c;
        double part = sum - product;
        double error = (product - (sum - part)) + (c - part);
        long bits = BitConverter.DoubleToInt64Bits(sum);
        if (error != 0 && (bits & 1) == 0)
        {
            bits += (error > 0) == (sum > 0) ? 1 : -1;
        }

        return (float)BitConverter.Int64BitsToDouble(bits);
    }
}
