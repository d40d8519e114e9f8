using System.Numerics;
using Gradus.Tensors.Kernels.Optimizers;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>Runs an optimizer's rule over one parameter, on several threads where it is large.</summary>
internal static unsafe class FusedUpdate
{
    /// <summary>The length from which on a second thread pays: a step reads and writes up to seven numbers for each element, with a root and a division.</summary>
    private const int Least = 1 << 14;

    /// <summary>A part's numbers lie in a core's second cache; a multiple of every vector's length.</summary>
    private const int PartLength = 1 << 12;

    /// <summary>Steps a parameter that has a gradient.</summary>
    /// <param name="state">The parameter and what is kept for it.</param>
    /// <param name="terms">How parameter and gradient are read.</param>
    /// <param name="single">The rule for float32.</param>
    /// <param name="exact">The rule for float64.</param>
    /// <param name="first">The slot of the first number that the rule keeps.</param>
    /// <param name="second">That of the second.</param>
    /// <param name="third">That of the third.</param>
    /// <param name="fill">What the first slot holds before the first step.</param>
    internal static void Run<TSingle, TDouble>(ParameterState state, in GradientTerms terms, in TSingle single, in TDouble exact, int first = 0, int second = 1, int third = 2, double fill = 0)
        where TSingle : unmanaged, IUpdateRule<float>
        where TDouble : unmanaged, IUpdateRule<double>
    {
        Run(
            state.Parameter,
            state.Parameter.Grad!,
            terms,
            single,
            exact,
            TSingle.KeepsFirst ? state.Memory(first, fill) : null,
            TSingle.KeepsSecond ? state.Memory(second) : null,
            TSingle.KeepsThird ? state.Memory(third) : null);
        GC.KeepAlive(state);
    }

    /// <summary>Steps one tensor.</summary>
    internal static void Run<TSingle, TDouble>(
        Tensor parameter, Tensor gradient, in GradientTerms terms, in TSingle single, in TDouble exact, void* first = null, void* second = null, void* third = null)
        where TSingle : unmanaged, IUpdateRule<float>
        where TDouble : unmanaged, IUpdateRule<double>
    {
        gradient = gradient.Contiguous();
        if (parameter.DType == DType.Float32)
        {
            Run<TSingle, float>(new Call<TSingle, float>(single, terms, parameter.Data, gradient.Data, first, second, third, parameter.ElementCount));
        }
        else
        {
            Run<TDouble, double>(new Call<TDouble, double>(exact, terms, parameter.Data, gradient.Data, first, second, third, parameter.ElementCount));
        }

        parameter.Block.Change();
        GC.KeepAlive(gradient);
    }

    private static void Run<TRule, T>(Call<TRule, T> call)
        where TRule : unmanaged, IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (call.Length < Least || GradusThreads.Count == 1)
        {
            call.Run(0, call.Length);
        }
        else
        {
            WorkerPool.Run(&Part<TRule, T>, &call, (int)((call.Length + PartLength - 1) / PartLength));
        }
    }

    private static void Part<TRule, T>(void* call, int part)
        where TRule : unmanaged, IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<TRule, T>* whole = (Call<TRule, T>*)call;
        nint start = (nint)part * PartLength;
        whole->Run(start, Math.Min(PartLength, whole->Length - start));
    }

    private readonly struct Call<TRule, T>(TRule rule, in GradientTerms terms, void* p, void* g, void* first, void* second, void* third, nint length)
        where TRule : unmanaged, IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TRule _rule = rule;
        private readonly UpdateTerms<T> _terms = new(terms.Scale, terms.L2, terms.L1, terms.Shrink);
        private readonly T* _p = (T*)p;
        private readonly T* _g = (T*)g;
        private readonly T* _first = (T*)first;
        private readonly T* _second = (T*)second;
        private readonly T* _third = (T*)third;

        internal nint Length { get; } = length;

        // Pointers that are not looked at may be null; what is added to them does not matter.
        internal void Run(nint start, nint count) => UpdateKernel.Run(_rule, _terms, _p + start, _g + start, _first + start, _second + start, _third + start, count);
    }
}
