using Gradus.Testing;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>No row is silent: each takes part in a check or says why not. What takes part in what is counted and printed.</summary>
public sealed class OpTableCountTests
{
    private static readonly (string Check, Func<OpSpec, bool> Applies, Func<OpSpec, string?> Reason)[] Checks =
    [
        ("reference", spec => spec.Reference is not null, spec => spec.NoReference is null ? null : nameof(LeftOut.NoReference)),
        ("PyTorch fixture", spec => TorchFixtureTests.Covered.Contains(spec.Name), spec => WithoutFixture.Reasons.ContainsKey(spec.Name) ? "NoCounterpart" : null),
        ("extreme numbers", spec => spec.Extremes is not null, spec => spec.NoExtremes?.ToString()),
        ("lengths 0 to 257", spec => spec.Lengths is not null, spec => spec.NoLengths?.ToString()),
        ("large, 1 to 8 threads", spec => spec.Large is not null, spec => spec.NoLarge?.ToString()),
        ("gradient and second gradient", spec => spec.Differentiable, spec => spec.Differentiable ? null : "NotDifferentiable"),
    ];

    [Fact]
    public void Table_EveryRow_AnswersEveryCheck() => Assert.Empty(Silent(OpTable.All));

    [Fact]
    public void Silent_PlantedRow_IsFoundForEachCheck()
    {
        OpSpec silent = new("planted", x => x[0], []), both = silent with { Reference = x => x[0], NoReference = "Said twice." };

        Assert.Equal(Checks.Length - 1, Silent([silent]).Count());
        Assert.Contains("planted: reference", Silent([both]));
    }

    /// <summary>Prints the counts: run it with <c>--show-live-output on</c>.</summary>
    [Fact]
    public void Counts_OfTheTable_ArePrinted()
    {
        string[] lines =
        [
            $"{OpTable.All.Count} rows",
            .. Checks.Select(check => $"{check.Check}: {OpTable.All.Count(check.Applies)}{string.Concat(OpTable.All.Where(spec => !check.Applies(spec)).GroupBy(spec => check.Reason(spec)).Select(group => $", {group.Key} {group.Count()}"))}"),
        ];

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', lines));
        ChildTest.Report(string.Join('\n', lines));
        Assert.Equal(1 + Checks.Length, lines.Length);
    }

    /// <summary>What a row leaves unsaid, or says both ways.</summary>
    private static IEnumerable<string> Silent(IEnumerable<OpSpec> rows) =>
        rows.SelectMany(spec => Checks.Where(check => check.Applies(spec) == check.Reason(spec) is not null).Select(check => $"{spec.Name}: {check.Check}"));
}
