using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Tests.Ops.References;

namespace Gradus.Tensors.Tests.Kernels.Lanes;

/// <summary>
/// The float32 functions against references in double that share nothing with the engine (<see cref="Exact"/>): within the units in the last place that their documentation promises, over all float32 numbers,
/// and the same bits on every instruction set.
/// </summary>
public sealed unsafe class TranscendentalTests
{
    private const long EveryNumber = 1L << 32;

    // A prime: the sample meets every exponent and no pattern of the mantissa.
    private const long Sample = 50_021;

    private delegate void Kernel(Isa isa, float* x, float* y, nint length);

    private static readonly Dictionary<string, (double Units, Kernel Run, Func<double, double> Double)> Functions = new()
    {
        ["exp"] = Function(1.1, default(ExpOp)),
        ["exp2"] = Function(1.1, default(Exp2Op)),
        ["expm1"] = Function(1.5, default(Expm1Op)),
        ["log"] = Function(1, default(LogOp)),
        ["log2"] = Function(1.6, default(Log2Op)),
        ["log10"] = Function(2, default(Log10Op)),
        ["log1p"] = Function(1.5, default(Log1pOp)),
        ["sin"] = Function(1.6, default(SinOp)),
        ["cos"] = Function(1.6, default(CosOp)),
        ["tan"] = Function(3, default(TanOp)),
        ["asin"] = Function(2.5, default(AsinOp)),
        ["acos"] = Function(1.5, default(AcosOp)),
        ["atan"] = Function(1.5, default(AtanOp)),
        ["sinh"] = Function(2, default(SinhOp)),
        ["cosh"] = Function(2, default(CoshOp)),
        ["tanh"] = Function(2.7, default(TanhOp)),
        ["asinh"] = Function(3, default(AsinhOp)),
        ["acosh"] = Function(3, default(AcoshOp)),
        ["atanh"] = Function(3, default(AtanhOp)),
        ["erf"] = Function(1.5, default(ErfOp)),
        ["erfc"] = Function(4.5, default(ErfcOp)),
        ["rsqrt"] = Function(1.5, default(RsqrtOp)),
        ["sigmoid"] = Function(2.5, default(SigmoidOp)),
        ["logsigmoid"] = Function(3, default(LogSigmoidOp)),
        ["silu"] = Function(3, default(SiluOp)),
        ["mish"] = Function(4, default(MishOp)),
        ["gelu"] = Function(7.2, default(GeluOp)),
        ["gelu tanh"] = Function(6, default(GeluTanhOp)),
        ["softplus"] = Function(4, new SoftplusOp(1, 100)),
        ["pow 0.3"] = Function(2, new PowScalarOp(0.3f)),
        ["pow -1.7"] = Function(2, new PowScalarOp(-1.7f)),
        ["pow 5"] = Function(2, new PowScalarOp(5)),
        ["pow -40"] = Function(2, new PowScalarOp(-40)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    /// <summary>Each with a trait of its name, so that one function's campaign can run alone: <c>--filter-trait Function=gelu</c>.</summary>
    public static TheoryData<string> Campaigns => [.. Functions.Keys.Select(name => new TheoryDataRow<string>(name).WithTrait("Function", name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_OverASampleOfAllNumbers_IsWithinItsUnits(string name) => Check(name, Sample, 0, EveryNumber);

    /// <summary>Near 0 and 1 and in between, where networks work, much denser than the sample of all numbers.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Function_OnOrdinaryNumbers_IsWithinItsUnits(string name)
    {
        long first = BitConverter.SingleToUInt32Bits(1 / 128f), last = BitConverter.SingleToUInt32Bits(128f), sign = 1L << 31;
        Check(name, Sample / 16, first, last);
        Check(name, Sample / 16, first + sign, last + sign);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Campaigns))]
    public void Function_OverAllNumbers_IsWithinItsUnits(string name) => Check(name, 1, 0, EveryNumber);

    /// <summary>The double form of each function, which the engine uses for float64, agrees with the references too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void DoubleForm_OverASampleOfAllNumbers_HasTwelveDigits(string name)
    {
        Func<double, double> exact = Exact.Functions[name], form = Functions[name].Double;
        foreach (float x in Numbers(100 * Sample, 0, EveryNumber))
        {
            double expected = exact(x), actual = form(x);
            Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= Math.Max(1e-12 * Math.Abs(expected), 1e-300), $"{name}({x:R}) is {expected:R}, the double form says {actual:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_OnEveryInstructionSet_GivesTheSameBits(string name)
    {
        float[] x = Numbers(Sample, 0, EveryNumber).Concat(Enumerable.Range(0, 20_001).Select(i => (i - 10_000) * 0.0093f)).ToArray();
        float[] scalar = Run(Isa.Scalar, name, x);

        foreach (Isa isa in SupportedIsas.All)
        {
            float[] y = Run(isa, name, x);

            int differs = Enumerable.Range(0, x.Length).FirstOrDefault(i => BitConverter.SingleToInt32Bits(y[i]) != BitConverter.SingleToInt32Bits(scalar[i]) && !(float.IsNaN(y[i]) && float.IsNaN(scalar[i])), -1);
            Assert.True(differs < 0, differs < 0 ? "" : $"{isa}: {name}({x[differs]:R}) is {y[differs]:R}, scalar {scalar[differs]:R}");
        }
    }

    [Fact]
    public void SpecialValues_OfSomeFunctions_AreIeee()
    {
        float infinity = float.PositiveInfinity;
        float[] x = [float.NaN, infinity, -infinity, 0, -0f, 1e-45f, 1000, -1000];
        foreach (Isa isa in SupportedIsas.All)
        {
            Assert.Equal([float.NaN, infinity, 0, 1, 1, 1, infinity, 0], Run(isa, "exp", x));
            Assert.Equal([float.NaN, infinity, float.NaN, -infinity, -infinity, MathF.Log(1e-45f), MathF.Log(1000), float.NaN], Run(isa, "log", x));
            Assert.Equal([float.NaN, 1, -1, 0, 0, 1e-45f, 1, -1], Run(isa, "tanh", x));
            Assert.Equal([float.NaN, 1, 0, 0.5f, 0.5f, 0.5f, 1, 0], Run(isa, "sigmoid", x));
            Assert.Equal([float.NaN, infinity, 0, MathF.Log(2), MathF.Log(2), MathF.Log(2), 1000, 0], Run(isa, "softplus", x));
            Assert.Equal([float.NaN, float.NaN, float.NaN, 0, 0, 1e-45f, MathF.Sin(1000), MathF.Sin(-1000)], Run(isa, "sin", x));
        }
    }

    [Fact]
    public void Pow_OfSpecialPairs_IsThatOfC()
    {
        float[] values = [0, -0f, 1, -1, 2, -2, 0.5f, -0.5f, 3, -3, 2.5f, -2.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-45f, float.MaxValue, 16777217, 1e10f];
        foreach (float x in values)
        {
            foreach (float y in values)
            {
                float expected = (float)Math.Pow(x, y);

                foreach (Isa isa in SupportedIsas.All)
                {
                    float[] result = Pairs(isa, default(PowOp), x, y);
                    Assert.All(result, value => Assert.True(
                        value.Equals(expected) || Math.Abs(value - expected) <= 2e-7f * Math.Abs(expected),
                        $"{isa}: pow({x:R}, {y:R}) is {value:R}, expected {expected:R}"));
                    Assert.Equal(float.IsNegative(expected) && !float.IsNaN(expected), float.IsNegative(result[0]) && !float.IsNaN(result[0]));
                }
            }
        }
    }

    [Fact]
    public void Quotients_OfExtremePairs_AreExact()
    {
        float[] values = [0.1f, -0.1f, 1, -1, 2.5f, -7, 1e-38f, 1e-45f, 16777216, 1e10f, -1e30f, float.MaxValue, 3.3333333f];
        foreach (float x in values)
        {
            foreach (float y in values)
            {
                double rest = (double)x % y;
                double upper = rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;

                foreach (Isa isa in SupportedIsas.All)
                {
                    Assert.Equal((float)rest, Pairs(isa, default(FmodOp), x, y)[0]);
                    Assert.Equal((float)upper, Pairs(isa, default(RemainderOp), x, y)[0]);
                }
            }
        }
    }

    private static (double Units, Kernel Run, Func<double, double> Double) Function<TOp>(double units, TOp op)
        where TOp : unmanaged, IUnaryOp => (units, (isa, x, y, length) => UnaryKernel.Run(isa, op, x, y, length), op.Invoke);

    private static float[] Pairs<TOp>(Isa isa, TOp op, float x, float y)
        where TOp : unmanaged, IBinaryOp
    {
        float[] result = new float[19];
        float[] left = [.. Enumerable.Repeat(x, 19)], right = [.. Enumerable.Repeat(y, 19)];
        fixed (float* a = left, b = right, to = result)
        {
            BinaryKernel.Run(isa, op, a, 1, b, 1, to, 19);
        }

        return result;
    }

    private static float[] Run(Isa isa, string name, float[] x)
    {
        float[] y = new float[x.Length];
        fixed (float* from = x, to = y)
        {
            Functions[name].Run(isa, from, to, x.Length);
        }

        return y;
    }

    private static IEnumerable<float> Numbers(long step, long first, long end)
    {
        for (long bits = first; bits < end; bits += step)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    private static void Check(string name, long step, long first, long end)
    {
        double units = Functions[name].Units;
        Func<double, double> exact = Exact.Functions[name];
        float[] x = new float[1 << 14], y = new float[1 << 14];
        double worst = 0;
        float at = 0;
        for (long bits = first; bits < end;)
        {
            int count = 0;
            for (; count < x.Length && bits < end; bits += step)
            {
                x[count++] = BitConverter.UInt32BitsToSingle((uint)bits);
            }

            fixed (float* from = x, to = y)
            {
                Functions[name].Run(IsaTable.Current, from, to, count);
            }

            for (int i = 0; i < count; i++)
            {
                double error = Error(exact(x[i]), y[i]);
                if (!(error <= worst))
                {
                    (worst, at) = (error, x[i]);
                    if (double.IsNaN(error))
                    {
                        break;
                    }
                }
            }

            Assert.False(double.IsNaN(worst), $"{name}({at:R}) is {exact(at):R}, which is not what came");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: at most {worst:0.00} units in the last place, at {at:R}");
        Assert.True(worst <= units, $"{worst} units in the last place at {at:R}, where {exact(at):R} is right");
    }

    // In units in the last place of the exact result; the least unit is that of subnormal numbers. Beyond the largest float only infinity is right, NaN for NaN.
    private static double Error(double expected, float actual)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual) || double.IsInfinity(expected) || float.IsInfinity((float)expected))
        {
            return ((float)expected).Equals(actual) ? 0 : double.NaN;
        }

        double unit = Math.Max(Math.ScaleB(1, Math.ILogB(expected) - 23), float.Epsilon);
        return expected == actual ? 0 : Math.Abs(actual - expected) / unit;
    }
}
