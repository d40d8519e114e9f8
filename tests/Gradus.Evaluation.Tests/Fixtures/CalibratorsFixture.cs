using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Evaluation.Tests.Fixtures;

/// <summary>Fits of SciPy and scikit-learn, written by oracles/calibrators.py.</summary>
internal static class CalibratorsFixture
{
    public static IReadOnlyList<Case> Cases()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Evaluation.Tests", "Fixtures", "calibrators.json")));
        Case[] cases = document.RootElement.GetProperty("cases").Deserialize<Case[]>(JsonSerializerOptions.Web)!;
        Assert.Equal(4, cases.Length);
        return cases;
    }

    internal sealed record Case(double[] Logits, int[] Labels, double Temperature, double Loss, double Slope, double Offset);
}
