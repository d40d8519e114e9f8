using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>One step of a rule over the elements of one tensor, in a single pass over memory.</summary>
internal static unsafe class UpdateKernel
{
    /// <summary>Steps elements.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="terms">How parameter and gradient are read.</param>
    /// <param name="p">The parameter, read and written.</param>
    /// <param name="g">The gradient.</param>
    /// <param name="first">What the rule keeps, read and written; not looked at where it keeps nothing.</param>
    /// <param name="second">The same.</param>
    /// <param name="third">The same.</param>
    /// <param name="length">How many elements.</param>
    internal static void Run<TRule, T>(TRule rule, UpdateTerms<T> terms, T* p, T* g, T* first, T* second, T* third, nint length)
        where TRule : unmanaged, IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint i = 0;
        for (; i <= length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> a = TRule.KeepsFirst ? Vector.Load(first + i) : default;
            Vector<T> b = TRule.KeepsSecond ? Vector.Load(second + i) : default;
            Vector<T> c = TRule.KeepsThird ? Vector.Load(third + i) : default;
            Vector<T> old = Vector.Load(p + i);
            Vector.Store(rule.Update(terms.Parameter(old), terms.Gradient(old, Vector.Load(g + i)), ref a, ref b, ref c), p + i);
            if (TRule.KeepsFirst)
            {
                Vector.Store(a, first + i);
            }

            if (TRule.KeepsSecond)
            {
                Vector.Store(b, second + i);
            }

            if (TRule.KeepsThird)
            {
                Vector.Store(c, third + i);
            }
        }

        if (i < length)
        {
            nint rest = length - i;
            Vector<T> a = TRule.KeepsFirst ? Load(first + i, rest) : default;
            Vector<T> b = TRule.KeepsSecond ? Load(second + i, rest) : default;
            Vector<T> c = TRule.KeepsThird ? Load(third + i, rest) : default;
            Vector<T> old = Load(p + i, rest);
            Store(rule.Update(terms.Parameter(old), terms.Gradient(old, Load(g + i, rest)), ref a, ref b, ref c), p + i, rest);
            if (TRule.KeepsFirst)
            {
                Store(a, first + i, rest);
            }

            if (TRule.KeepsSecond)
            {
                Store(b, second + i, rest);
            }

            if (TRule.KeepsThird)
            {
                Store(c, third + i, rest);
            }
        }
    }

    // The last elements, fewer than lanes: the other lanes are 0, and no memory beyond is touched.
    private static Vector<T> Load<T>(T* from, nint count)
        where T : unmanaged
    {
        Vector<T> value = default;
        Unsafe.CopyBlockUnaligned(&value, from, (uint)(count * sizeof(T)));
        return value;
    }

    private static void Store<T>(Vector<T> value, T* to, nint count)
        where T : unmanaged => Unsafe.CopyBlockUnaligned(to, &value, (uint)(count * sizeof(T)));
}
