using Gradus.Hosting.Benchmarks.Cases;

namespace Gradus.Hosting.Benchmarks;

/// <summary>The cases that can be timed, in the order in which they are listed and run.</summary>
public sealed class BenchmarkCatalog
{
    /// <summary>Makes a catalog.</summary>
    /// <param name="cases">The cases.</param>
    public BenchmarkCatalog(IReadOnlyList<BenchmarkCase> cases) => Cases = cases;

    /// <summary>The reference models, twins of those that the peer times, and the engine's operators.</summary>
    public static BenchmarkCatalog Standard { get; } = new(
    [
        .. ModelCases.All,
        .. GemmCases.All,
        .. ElementwiseCases.All,
        .. ReductionCases.All,
        .. ConvolutionCases.All,
        .. NormalizationCases.All,
        .. AttentionCases.All,
        .. RecurrentCases.All,
    ]);

    /// <summary>All cases.</summary>
    public IReadOnlyList<BenchmarkCase> Cases { get; }

    /// <summary>The cases whose name begins with one of the prefixes.</summary>
    /// <param name="prefixes">The prefixes; all cases when empty.</param>
    /// <returns>The cases in the catalog's order.</returns>
    /// <exception cref="ArgumentException">No name begins with one of the prefixes; the message lists the names.</exception>
    public IReadOnlyList<BenchmarkCase> Select(IReadOnlyList<string> prefixes)
    {
        ArgumentNullException.ThrowIfNull(prefixes);
        foreach (string prefix in prefixes)
        {
            if (!Cases.Any(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"No benchmark begins with '{prefix}'; there are {string.Join(", ", Cases.Select(entry => entry.Name))}.", nameof(prefixes));
            }
        }

        return prefixes.Count == 0 ? Cases : [.. Cases.Where(entry => prefixes.Any(prefix => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))];
    }
}
