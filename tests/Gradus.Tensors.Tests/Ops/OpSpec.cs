namespace Gradus.Tensors.Tests.Ops;

/// <summary>One operator as the tests see it: how to call it, where to try it, and what must hold.</summary>
/// <param name="Name">The name, unique in the table.</param>
/// <param name="Run">Calls it.</param>
/// <param name="Samples">Float64 inputs at which gradients are checked, from a random stream: several shapes each. They keep away from kinks.</param>
public sealed record OpSpec(string Name, Func<IReadOnlyList<Tensor>, Tensor> Run, Func<Rng, Tensor[]>[] Samples)
{
    /// <summary>Whole numbers and bool, which become float32 where an operator needs real numbers.</summary>
    public static readonly IReadOnlyList<DType> Integers = [DType.Int64, DType.Int32, DType.Bool];

    /// <summary>Whole numbers, for operators that bools do not have.</summary>
    public static readonly IReadOnlyList<DType> Numbers = [DType.Int64, DType.Int32];

    /// <summary>Every type besides float32 and float64, for operators that move elements only.</summary>
    public static readonly IReadOnlyList<DType> AnyType = [.. Enum.GetValues<DType>().Where(dtype => dtype is not (DType.Float32 or DType.Float64))];

    /// <summary>What the operator computes, said again in double by plain loops over indices, apart from the engine. Every row has one or says why not in <see cref="NoReference"/>.</summary>
    public Func<IReadOnlyList<Plain>, Plain>? Reference { get; init; }

    /// <summary>Why there is no reference: what checks the operator instead.</summary>
    public string? NoReference { get; init; }

    /// <summary>Random shapes of the inputs for the reference, with axes of size 0 and 1 where the operator takes them; the shapes of <see cref="Samples"/> by default.</summary>
    public Func<Rng, int[][]>? Shapes { get; init; }

    /// <summary>Draws an element for the reference; numbers from −2 to 2 by default. The argument says which input.</summary>
    public Func<Rng, int, double>? Draw { get; init; }

    /// <summary>The extreme numbers that the reference holds for: NaN, infinities and their like. Every row says either this or <see cref="NoExtremes"/>.</summary>
    public Extremes? Extremes { get; init; }

    /// <summary>The inputs that take extreme numbers, one at a time; by default all do at once. What 0 times infinity gives where a weight meets padding or an unseen key is open, so that some inputs stay ordinary.</summary>
    public int[]? ExtremeInputs { get; init; }

    /// <summary>Why no extreme numbers are tried.</summary>
    public LeftOut? NoExtremes { get; init; }

    /// <summary>How many units in the last place float32 may be from the reference at extreme numbers; 0 demands the same bits, the sign of 0 included. By default <see cref="Tolerance"/> holds there too.</summary>
    public double? Units { get; init; }

    /// <summary>Whether either of 0 and −0 may come where both are equally great or small.</summary>
    public bool AnyZero { get; init; }

    /// <summary>Whether gradients flow; otherwise the samples are inputs only and the result must require no gradient.</summary>
    public bool Differentiable { get; init; } = true;

    /// <summary>The element types that all inputs may have besides float32 and float64. With any other the operator must throw and name the type.</summary>
    public IReadOnlyList<DType> OtherTypes { get; init; } = [];

    /// <summary>The shapes of the inputs for any length from 0 on, so that every tail of every vector width is tried. Every row says either this or <see cref="NoLengths"/>.</summary>
    public Func<int, int[][]>? Lengths { get; init; }

    /// <summary>Why no lengths are tried.</summary>
    public LeftOut? NoLengths { get; init; }

    /// <summary>Shapes so large that several threads share the work, where the operator shares any. Every row says either this or <see cref="NoLarge"/>.</summary>
    public int[][]? Large { get; init; }

    /// <summary>Why no large shapes are tried.</summary>
    public LeftOut? NoLarge { get; init; }

    /// <summary>How far float32 may be from the reference, relative to 1 + |value|; the numbers drawn are of about that size.</summary>
    public double Tolerance { get; init; } = 2e-5;

    public override string ToString() => Name;
}
