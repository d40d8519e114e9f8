using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>What a reduction does with one number more; <see cref="RowKernel"/> and <see cref="ColumnKernel"/> know in which order.</summary>
internal interface IReduction
{
    /// <summary>The result of no numbers, which changes nothing when it is combined.</summary>
    static abstract double Start { get; }

    /// <summary>Whether numbers are taken as totals are combined and nothing is left to do at the end, so that dimensions may be reduced one after the other.</summary>
    static virtual bool InSteps => false;

    V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged;

    V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged;

    double Accumulate(double total, double x);

    double Combine(double a, double b);

    /// <summary>What the total becomes. Not a default: calling one on a struct would box it.</summary>
    double Finish(double total);
}
