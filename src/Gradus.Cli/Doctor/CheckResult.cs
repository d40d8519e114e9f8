namespace Gradus.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What it is, in a word or two.</param>
/// <param name="State">What was found.</param>
/// <param name="Detail">What is there.</param>
/// <param name="Way">How to get it, or null where nothing is to be done.</param>
internal sealed record CheckResult(string Name, CheckState State, string Detail, string? Way = null)
{
    public static CheckResult Works(string name, string detail) => new(name, CheckState.Works, detail);

    public static CheckResult Missing(string name, string detail, string way) => new(name, CheckState.Missing, detail, way);

    public static CheckResult Broken(string name, string detail, string way) => new(name, CheckState.Broken, detail, way);
}
