using System.Numerics;
using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Tests.Kernels.Optimizers;

/// <summary>Elements stepped together and each alone give the same bits, for every rule and length; what lies behind stays.</summary>
public sealed class UpdateKernelTests
{
    private static readonly Dictionary<string, Action<int>> Rules = new(StringComparer.Ordinal)
    {
        ["Sgd"] = Both(new SgdRule<float, Left, Left>(0.1, 0, 0, 0), new SgdRule<double, Left, Left>(0.1, 0, 0, 0)),
        ["Sgd momentum"] = Both(new SgdRule<float, Taken, Left>(0.1, 0.9, 0.8, 0), new SgdRule<double, Taken, Left>(0.1, 0.9, 0.8, 0)),
        ["Sgd nesterov"] = Both(new SgdRule<float, Taken, Taken>(0.1, 0.9, 1, 0.9), new SgdRule<double, Taken, Taken>(0.1, 0.9, 1, 0.9)),
        ["Adam"] = Both(new AdamRule<float, Left>(0.9, 0.999, 0.02, 1.3, 1e-8), new AdamRule<double, Left>(0.9, 0.999, 0.02, 1.3, 1e-8)),
        ["AmsGrad"] = Both(new AdamRule<float, Taken>(0.9, 0.999, 0.02, 1.3, 1e-8), new AdamRule<double, Taken>(0.9, 0.999, 0.02, 1.3, 1e-8)),
        ["AdaGrad"] = Both(new AdaGradRule<float>(0.02, 1e-10), new AdaGradRule<double>(0.02, 1e-10)),
        ["RmsProp"] = Both(new RmsPropRule<float, Left, Left>(0.02, 0.9, 1e-8, 0), new RmsPropRule<double, Left, Left>(0.02, 0.9, 1e-8, 0)),
        ["RmsProp whole"] = Both(new RmsPropRule<float, Taken, Taken>(0.02, 0.9, 1e-2, 0.5), new RmsPropRule<double, Taken, Taken>(0.02, 0.9, 1e-2, 0.5)),
        ["AdaDelta"] = Both(new AdaDeltaRule<float>(1, 0.9, 1e-6), new AdaDeltaRule<double>(1, 0.9, 1e-6)),
        ["Adamax"] = Both(new AdamaxRule<float>(0.9, 0.999, 0.02, 1e-8), new AdamaxRule<double>(0.9, 0.999, 0.02, 1e-8)),
        ["NAdam"] = Both(new NAdamRule<float>(0.9, 0.999, 0.02, 0.03, 1.3, 1e-8), new NAdamRule<double>(0.9, 0.999, 0.02, 0.03, 1.3, 1e-8)),
        ["RAdam"] = Both(new RAdamRule<float, Taken>(0.9, 0.999, 0.02, 1e-8), new RAdamRule<double, Left>(0.9, 0.999, 0.02, 1e-8)),
        ["Lion"] = Both(new LionRule<float>(0.02, 0.9, 0.99), new LionRule<double>(0.02, 0.9, 0.99)),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AnyLength_EqualsTheElementAlone(string name)
    {
        for (int length = 0; length < 37; length++)
        {
            Rules[name](length);
        }
    }

    private static Action<int> Both<TSingle, TDouble>(TSingle single, TDouble exact)
        where TSingle : unmanaged, IUpdateRule<float>
        where TDouble : unmanaged, IUpdateRule<double> => length =>
        {
            Check<TSingle, float>(single, length);
            Check<TDouble, double>(exact, length);
        };

    private static unsafe void Check<TRule, T>(TRule rule, int length)
        where TRule : unmanaged, IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        UpdateTerms<T> terms = new(-0.5, 0.01, 0.02, 0.97);
        T[] gradient = Wave<T>(length, 2);
        T[][] together = [Wave<T>(length, 1), Squares<T>(length, 3), Squares<T>(length, 4), Wave<T>(length, 5)], alone = [.. together.Select(values => values.ToArray())];

        fixed (T* g = gradient, p = together[0], a = together[1], b = together[2], c = together[3], p1 = alone[0], a1 = alone[1], b1 = alone[2], c1 = alone[3])
        {
            UpdateKernel.Run(rule, terms, p, g, a, b, c, length);
            for (int i = 0; i < length; i++)
            {
                UpdateKernel.Run(rule, terms, p1 + i, g + i, a1 + i, b1 + i, c1 + i, 1);
            }
        }

        for (int i = 0; i < together.Length; i++)
        {
            Assert.Equal(alone[i].AsSpan(), together[i].AsSpan());
        }

        Assert.True(length == 0 || !together[0].AsSpan(0, length).SequenceEqual(Wave<T>(length, 1).AsSpan(0, length)));
        Assert.Equal(Wave<T>(length, 1)[length], together[0][length]);
    }

    // One element more than the kernel is told of.
    private static T[] Wave<T>(int length, int phase)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, length + 1).Select(element => T.CreateChecked(Math.Sin(element + (2.3 * phase))))];

    private static T[] Squares<T>(int length, int phase)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Wave<T>(length, phase).Select(value => value * value)];
}
