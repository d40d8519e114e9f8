namespace Gradus.Tensors.Tests.Ops;

/// <summary>Every operator against its reference by plain loops.</summary>
public sealed class OpReferenceTests
{
    private const int Turns = 24;

    private static readonly double[] WithinRange =
    [
        0, -0.0, 1, -1, 0.5, -2, 3, 2.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-38f, -1e-38f, float.Epsilon,
    ];

    private static readonly double[] AllExtremes =
    [
        .. WithinRange, float.MaxValue, -float.MaxValue, 1e10f, -87.5f, 88.5f, 104, -110, 16777216,
    ];

    public static TheoryData<string> WithReference => [.. OpTable.All.Where(spec => spec.Reference is not null).Select(spec => spec.Name)];

    public static TheoryData<string> WithExtremes => [.. OpTable.All.Where(spec => spec.Extremes is not null).Select(spec => spec.Name)];

    public static TheoryData<string> OfAnyLength => [.. OpTable.All.Where(spec => spec.Lengths is not null).Select(spec => spec.Name)];

    public static TheoryData<string> Names => [.. OpTable.All.Select(spec => spec.Name)];

    [Fact]
    public void Table_EveryRow_HasAReferenceOrSaysWhatChecksItInstead()
    {
        IEnumerable<string> without = OpTable.All.Where(spec => (spec.Reference is null) == string.IsNullOrWhiteSpace(spec.NoReference)).Select(spec => spec.Name);

        Assert.Empty(without);
    }

    [Fact]
    public void Table_Names_AreUnique() => Assert.Empty(OpTable.All.GroupBy(spec => spec.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>Random shapes with axes of size 0 and 1, random strides, both floating-point types.</summary>
    [Theory]
    [MemberData(nameof(WithReference))]
    public void Run_RandomShapesAndStrides_MatchesTheReference(string name)
    {
        OpSpec spec = Spec(name);
        for (int turn = 0; turn < Turns; turn++)
        {
            Rng rng = new Rng(20261125).Split(name).Split(turn);
            Plain[] inputs = OpInputs.Draw(spec, rng, OpInputs.Shapes(spec, rng, turn));
            Plain expected = spec.Reference!(inputs);

            foreach ((DType dtype, double tolerance) in ((DType, double)[])[(DType.Float64, 1e-9), (DType.Float32, spec.Tolerance)])
            {
                Tensor actual = spec.Run([.. inputs.Select(input => OpInputs.LayStrided(input, dtype, rng))]);

                Same(expected, actual, tolerance, () => $"turn {turn}, {dtype}, inputs {string.Join(' ', inputs.Select(input => $"[{string.Join(", ", input.Shape)}]"))}");
            }
        }
    }

    /// <summary>NaN, infinities, signed zeros, subnormal and, where sums allow it, huge numbers, in both floating-point types.</summary>
    [Theory]
    [MemberData(nameof(WithExtremes))]
    public void Run_ExtremeValues_MatchesTheReference(string name)
    {
        OpSpec spec = Spec(name);
        double[] numbers = spec.Extremes == Extremes.All ? AllExtremes : WithinRange;
        for (int turn = 0; turn < Turns; turn++)
        {
            Rng rng = new Rng(20261126).Split(name).Split(turn);
            int[][] shapes = OpInputs.Shapes(spec, rng, turn);
            Plain[] inputs = OpInputs.Draw(spec, rng, shapes);
            foreach (int i in spec.ExtremeInputs is { } some ? [some[turn % some.Length]] : Enumerable.Range(0, inputs.Length))
            {
                inputs[i] = OpInputs.Filled(shapes[i], () => numbers[rng.NextInt(numbers.Length)]);
            }

            Plain expected = spec.Reference!(inputs);
            string Where(string type) => $"{type}, turn {turn}, inputs {string.Join(" | ", inputs.Select(input => string.Join(", ", input.Values)))}";

            Tensor wide = spec.Run([.. inputs.Select(input => OpInputs.Lay(input, DType.Float64))]), single = spec.Run([.. inputs.Select(input => OpInputs.Lay(input, DType.Float32))]);

            if (spec.Units == 0)
            {
                WithinUnits(expected, wide, 0, spec.AnyZero, () => Where("float64"));
            }
            else
            {
                Same(expected, wide, 1e-9, () => Where("float64"));
            }

            if (spec.Units is { } units)
            {
                WithinUnits(expected, single, units, spec.AnyZero, () => Where("float32"));
            }
            else
            {
                Same(expected.Map(value => (float)value), single, spec.Tolerance, () => Where("float32"));
            }
        }
    }

    /// <summary>Lengths of 0 to 257: every tail of every width.</summary>
    [Theory]
    [MemberData(nameof(OfAnyLength))]
    public void Run_EveryLength_MatchesTheReference(string name)
    {
        OpSpec spec = Spec(name);
        Rng rng = new Rng(20261127).Split(name);
        for (int length = 0; length <= 257; length++)
        {
            Plain[] inputs = OpInputs.Draw(spec, rng, spec.Lengths!(length));
            Plain expected = spec.Reference!(inputs);

            Tensor actual = spec.Run([.. inputs.Select(input => OpInputs.Lay(input, DType.Float32))]);

            Same(expected, actual, spec.Tolerance, () => $"length {length}");
        }
    }

    /// <summary>Other element types give what the reference gives for their values, or one clear error that names the type.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Run_OtherElementTypes_MatchesTheReferenceOrNamesTheType(string name)
    {
        OpSpec spec = Spec(name);
        Rng rng = new Rng(20261128).Split(name);
        Plain[] drawn = OpInputs.Draw(spec, rng, OpInputs.Shapes(spec, rng, 0));
        foreach (DType dtype in Enum.GetValues<DType>().Where(dtype => dtype is not (DType.Float32 or DType.Float64)))
        {
            Tensor[] inputs = [.. drawn.Select(input => OpInputs.Lay(input, dtype))];
            if (spec.OtherTypes.Contains(dtype))
            {
                Tensor actual = spec.Run(inputs);
                if (spec.Reference is not null)
                {
                    Same(spec.Reference([.. inputs.Select(input => new Plain(input.Shape.ToArray(), input.ToArray<double>()))]), actual, spec.Tolerance, () => $"{dtype}");
                }

                continue;
            }

            Exception? error = Record.Exception(() => spec.Run(inputs));
            Assert.True(error is ArgumentException or NotSupportedException or InvalidOperationException, $"{dtype}: {error?.ToString() ?? "it ran, though the row does not list the type"}");
            Assert.Contains(dtype.ToString(), error!.Message, StringComparison.Ordinal);
        }
    }

    private static OpSpec Spec(string name) => OpTable.All.Single(spec => spec.Name == name);

    private static void SameShape(Plain expected, Tensor actual, Func<string> where)
    {
        if (!expected.Shape.AsSpan().SequenceEqual(actual.Shape))
        {
            Assert.Fail($"shape [{string.Join(", ", expected.Shape)}] expected, [{string.Join(", ", actual.Shape.ToArray())}] came; {where()}");
        }
    }

    private static void Same(Plain expected, Tensor actual, double tolerance, Func<string> where)
    {
        SameShape(expected, actual, where);
        double[] values = actual.ToArray<double>();
        for (int i = 0; i < values.Length; i++)
        {
            // Bools add up to bools: what is not 0 is true.
            double want = actual.DType == DType.Bool && expected.Values[i] != 0 ? 1 : expected.Values[i], have = values[i];
            bool same = double.IsFinite(want) ? Math.Abs(want - have) <= tolerance * (1 + Math.Abs(want)) : want.Equals(have);
            if (!same)
            {
                Assert.Fail($"element {i}: {want:R} expected, {have:R} came; {where()}");
            }
        }
    }

    /// <summary>In units in the last place of float32; none means the same bits, of zeros too.</summary>
    private static void WithinUnits(Plain expected, Tensor actual, double units, bool anyZero, Func<string> where)
    {
        SameShape(expected, actual, where);
        double[] values = actual.ToArray<double>();
        for (int i = 0; i < values.Length; i++)
        {
            double want = expected.Values[i], have = values[i];
            double unit = !double.IsFinite(want) || want == 0 ? 0 : Math.Max(Math.ScaleB(1, Math.ILogB(want) - 23), float.Epsilon);
            bool same = (actual.DType == DType.Float64 ? want : (float)want).Equals(have) && (units > 0 || want != 0 || anyZero || double.IsNegative(want) == double.IsNegative(have));
            if (!same && !(Math.Abs(want - have) <= units * unit))
            {
                Assert.Fail($"element {i}: {want:R} expected, {have:R} came, {Math.Abs(want - have) / unit:0.00} units away; {where()}");
            }
        }
    }
}
