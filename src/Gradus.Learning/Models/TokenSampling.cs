using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>How a language model chooses the next token from its logits.</summary>
public sealed record TokenSampling
{
    /// <summary>Always the likeliest token, the first of equals.</summary>
    public static TokenSampling Greedy { get; } = new() { TopK = 1 };

    /// <summary>By what logits are divided, above 0; 1 by default. Below 1 likely tokens become likelier.</summary>
    public double Temperature
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A temperature must be above 0; TokenSampling.Greedy is its limit at 0.");
    }

    = 1;

    /// <summary>How many of the likeliest tokens may be chosen; all when null, the default. Of equals those with the smaller number are kept.</summary>
    public int? TopK
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Top-k needs at least one token to choose from.");
    }

    /// <summary>The seed of the draws; 0 by default.</summary>
    public ulong Seed { get; init; }

    /// <summary>Draws a token with probability softmax(logits / temperature) among those that may be chosen.</summary>
    /// <param name="logits">A logit for each token.</param>
    /// <param name="rng">Where the draw comes from: one number, none where a single token may be chosen.</param>
    /// <returns>The token.</returns>
    internal int Choose(double[] logits, Rng rng)
    {
        int[] tokens = [.. Enumerable.Range(0, logits.Length).OrderByDescending(token => logits[token]).Take(TopK ?? logits.Length)];
        if (tokens.Length == 1)
        {
            return tokens[0];
        }

        double[] weights = [.. tokens.Select(token => Math.Exp((logits[token] - logits[tokens[0]]) / Temperature))];
        double rest = rng.NextDouble() * weights.Sum();
        for (int i = 0; i < tokens.Length; i++)
        {
            rest -= weights[i];
            if (rest < 0)
            {
                return tokens[i];
            }
        }

        return tokens[0]; // rounding alone leads here
    }
}
