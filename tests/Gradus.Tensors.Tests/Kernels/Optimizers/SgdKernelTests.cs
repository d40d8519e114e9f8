using System.Numerics;
using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Tests.Kernels.Optimizers;

public sealed class SgdKernelTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 37)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Step_AnyLength_EqualsTheElementAlone(int length)
    {
        for (int form = 0; form < 3; form++)
        {
            Check<float>(length, form);
            Check<double>(length, form);
        }
    }

    // Each element stepped alone takes the scalar path; stepped together most take the vector path. Bits must agree, and what lies behind must stay.
    private static unsafe void Check<T>(int length, int form)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SgdFactors<T> factors = new SgdFactors<double>(0.1, 0.01, 0.9, 0.8, 0.7).To<T>();
        T[] p = Wave<T>(length, 1), g = Wave<T>(length, 2), u = Wave<T>(length, 3);
        T[] ps = [.. p], us = [.. u];

        fixed (T* pp = p, gp = g, up = u, psp = ps, usp = us)
        {
            Step(form, pp, gp, up, length, factors);
            for (int element = 0; element < length; element++)
            {
                Step(form, psp + element, gp + element, usp + element, 1, factors);
            }
        }

        Assert.Equal(ps.AsSpan(), p.AsSpan());
        Assert.Equal(us.AsSpan(), u.AsSpan());
    }

    private static unsafe void Step<T>(int form, T* parameter, T* gradient, T* velocity, nint length, in SgdFactors<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (form)
        {
            case 0: SgdKernel.Plain(parameter, gradient, length, factors); break;
            case 1: SgdKernel.Momentum(parameter, gradient, velocity, length, factors); break;
            default: SgdKernel.Nesterov(parameter, gradient, velocity, length, factors); break;
        }
    }

    private static T[] Wave<T>(int length, int phase)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, length + 1).Select(element => T.CreateChecked(Math.Sin(element + (2.3 * phase))))];
}
