using System.Numerics;
using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Tests.Kernels.Optimizers;

public sealed class AdamKernelTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 37)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Step_AnyLength_EqualsTheElementAlone(int length)
    {
        Check<float>(length);
        Check<double>(length);
    }

    // Each element stepped alone takes the scalar path; stepped together most take the vector path. Bits must agree, and what lies behind must stay.
    private static unsafe void Check<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AdamFactors<T> factors = new AdamFactors<double>(0.9, 0.999, 0.01, 0.97, 0.02, 1.3, 1e-8).To<T>();
        T[] p = Wave<T>(length, 1), g = Wave<T>(length, 2), m = Wave<T>(length, 3), v = [.. Wave<T>(length, 4).Select(value => value * value)];
        T[] ps = [.. p], ms = [.. m], vs = [.. v];

        fixed (T* pp = p, gp = g, mp = m, vp = v, psp = ps, msp = ms, vsp = vs)
        {
            AdamKernel.Step(pp, gp, mp, vp, length, factors);
            for (int element = 0; element < length; element++)
            {
                AdamKernel.Step(psp + element, gp + element, msp + element, vsp + element, 1, factors);
            }
        }

        Assert.Equal(ps.AsSpan(), p.AsSpan());
        Assert.Equal(ms.AsSpan(), m.AsSpan());
        Assert.Equal(vs.AsSpan(), v.AsSpan());
    }

    // One element more than the kernel is told of.
    private static T[] Wave<T>(int length, int phase)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, length + 1).Select(element => T.CreateChecked(Math.Sin(element + (2.3 * phase))))];
}
