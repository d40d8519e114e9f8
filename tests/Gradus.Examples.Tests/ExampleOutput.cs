using System.Globalization;

namespace Gradus.Examples.Tests;

/// <summary>What an example said on standard output.</summary>
internal sealed record ExampleOutput(string Text)
{
    /// <summary>A result, which is a line of its name and a number.</summary>
    /// <param name="figure">The name.</param>
    internal double this[string figure] => double.Parse(
        Assert.Single(Text.Split('\n'), line => line.StartsWith(figure + " ", StringComparison.Ordinal))[(figure.Length + 1)..],
        CultureInfo.InvariantCulture);
}
