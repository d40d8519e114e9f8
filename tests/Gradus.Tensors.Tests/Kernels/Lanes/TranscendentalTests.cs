using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Tests.Kernels.Lanes;

public sealed unsafe class TranscendentalTests
{
    public static TheoryData<string> Names => SupportedIsas.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Exp_OverItsRange_IsWithinTwoUnits(string isa) => Sweep(isa, default(ExpOp), -87, 88.7f, 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Log_OverPositiveNumbers_IsWithinThreeUnits(string isa)
    {
        Sweep(isa, default(LogOp), 1e-30f, 3e-3f, 3);
        Sweep(isa, default(LogOp), 1e-3f, 10, 3);
        Sweep(isa, default(LogOp), 10, 1e30f, 3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tanh_OverItsRange_IsWithinThreeUnits(string isa) => Sweep(isa, default(TanhOp), -12, 12, 3);

    [Theory]
    [MemberData(nameof(Names))]
    public void Sigmoid_OverItsRange_IsWithinThreeUnits(string isa) => Sweep(isa, default(SigmoidOp), -80, 40, 3);

    [Theory]
    [MemberData(nameof(Names))]
    public void Softplus_OverItsRange_IsWithinThreeUnits(string isa) => Sweep(isa, new SoftplusOp(1, 20), -80, 90, 3);

    [Theory]
    [MemberData(nameof(Names))]
    public void SpecialValues_OfEachFunction_AreIeee(string isa)
    {
        float infinity = float.PositiveInfinity;
        float[] x = [float.NaN, infinity, -infinity, 0, -0f, 1e-45f, 1000, -1000];

        Assert.Equal([float.NaN, infinity, 0, 1, 1, 1, infinity, 0], Run(isa, default(ExpOp), x));
        Assert.Equal([float.NaN, infinity, float.NaN, -infinity, -infinity, MathF.Log(1e-45f), MathF.Log(1000), float.NaN], Run(isa, default(LogOp), x));
        Assert.Equal([float.NaN, 1, -1, 0, 0, 1e-45f, 1, -1], Run(isa, default(TanhOp), x));
        Assert.Equal([float.NaN, 1, 0, 0.5f, 0.5f, 0.5f, 1, 0], Run(isa, default(SigmoidOp), x));
        Assert.Equal([float.NaN, infinity, 0, MathF.Log(2), MathF.Log(2), MathF.Log(2), 1000, 0], Run(isa, new SoftplusOp(1, 20), x));
        Assert.Equal([float.NaN, infinity, 0, 0, 0, 1e-45f, 1000, 0], Run(isa, default(ReluOp), x));
        Assert.Equal([float.NaN, 3, -2, 0, 0, 1e-45f, 3, -2], Run(isa, new ClampOp(-2, 3), x));
    }

    [Fact]
    public void EachFunction_OnEveryInstructionSet_GivesTheSameBits()
    {
        float[] x = [.. Enumerable.Range(0, 20_001).Select(i => (i - 10_000) * 0.0093f)];
        Same(default(ExpOp), x);
        Same(default(LogOp), x);
        Same(default(TanhOp), x);
        Same(default(SigmoidOp), x);
        Same(new SoftplusOp(1, 20), x);
    }

    private static void Same<TOp>(TOp op, float[] x)
        where TOp : unmanaged, IUnaryOp
    {
        int[] scalar = [.. Run("scalar", op, x).Select(BitConverter.SingleToInt32Bits)];
        Assert.All(SupportedIsas.All, isa => Assert.Equal(scalar, Run(IsaTable.Names[(int)isa], op, x).Select(BitConverter.SingleToInt32Bits)));
    }

    private static float[] Run<TOp>(string isa, TOp op, float[] x)
        where TOp : unmanaged, IUnaryOp
    {
        float[] y = new float[x.Length];
        fixed (float* from = x, to = y)
        {
            UnaryKernel.Run(SupportedIsas.Parse(isa), op, from, to, x.Length);
        }

        return y;
    }

    private static void Sweep<TOp>(string isa, TOp op, float least, float most, double units)
        where TOp : unmanaged, IUnaryOp
    {
        const int Count = 50_000;
        float[] x = [.. Enumerable.Range(0, Count).Select(i => least + ((most - least) * (i / (float)(Count - 1))))];
        float[] y = Run(isa, op, x);
        double worst = 0;
        float at = 0;
        for (int i = 0; i < Count; i++)
        {
            double expected = op.Invoke((double)x[i]);
            double unit = Math.Max(Math.Abs(expected), 1.1754943508222875e-38) * Math.Pow(2, -23);
            double error = Math.Abs(y[i] - expected) / unit;
            if (!(error <= worst))
            {
                (worst, at) = (error, x[i]);
            }
        }

        Assert.True(worst <= units, $"{worst} units in the last place at {at}");
    }
}
