using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>The tree-structured Parzen estimator of Bergstra, Bardenet, Bengio and Kégl: Algorithms for hyper-parameter optimization (2011).</summary>
/// <remarks>
/// Trials are cut into a good share γ and the rest. For each dimension l(x) is the density of the good ones and g(x) that of the rest; candidates are drawn from l, and the one with the greatest l(x)/g(x) is taken, which
/// maximises the expected improvement. Each dimension is judged by itself. The first points are random.
/// </remarks>
/// <param name="startup">Points that are drawn at random before; 10 by default.</param>
/// <param name="candidates">Candidates of each dimension; 24 by default.</param>
/// <param name="goodShare">γ; 0.15 by default.</param>
public sealed class TpeSampler(int startup = 10, int candidates = 24, double goodShare = 0.15) : SearchSampler
{
    /// <summary>More good trials than these would blur what is best.</summary>
    private const int MostGood = 25;

    private static readonly RandomSampler First = new();

    private readonly int _startup = startup >= 2 ? startup : throw new ArgumentOutOfRangeException(nameof(startup), startup, "TPE needs two random points at least.");
    private readonly int _candidates = candidates >= 1 ? candidates : throw new ArgumentOutOfRangeException(nameof(candidates), candidates, "TPE needs one candidate at least.");
    private readonly double _goodShare = goodShare is > 0 and < 1 ? goodShare : throw new ArgumentOutOfRangeException(nameof(goodShare), goodShare, "The share of good trials lies between 0 and 1.");

    /// <inheritdoc/>
    public override SearchPoint Suggest(SearchSpace space, IReadOnlyList<Trial> trials, int number, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(trials);
        if (trials.Count < _startup)
        {
            return First.Suggest(space, trials, number, rng);
        }

        // Trials without a score are worse than all others; of equal ones the earlier is better.
        Trial[] ranked = [.. trials.OrderBy(trial => trial.Score ?? double.PositiveInfinity)];
        int good = Math.Clamp((int)Math.Ceiling(_goodShare * ranked.Length), 1, MostGood);
        double[] values = new double[space.Dimensions.Count];
        for (int place = 0; place < values.Length; place++)
        {
            IDensity likely = space.Dimensions[place].Fit([.. ranked[..good].Select(trial => trial.Point.Values[place])]);
            IDensity unlikely = space.Dimensions[place].Fit([.. ranked[good..].Select(trial => trial.Point.Values[place])]);
            values[place] = Enumerable.Range(0, _candidates).Select(_ => likely.Draw(rng)).ToArray().MaxBy(value => likely.Log(value) - unlikely.Log(value));
        }

        return space.Point(values);
    }

    internal override JsonObject Describe() => new() { ["name"] = "tpe", ["startup"] = _startup, ["candidates"] = _candidates, ["goodShare"] = _goodShare };
}
