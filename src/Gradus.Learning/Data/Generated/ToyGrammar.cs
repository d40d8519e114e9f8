using System.Text;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Sentences of a small probabilistic grammar with sentiment, negation, a paraphrase and a translation into an invented language with another word order.</summary>
/// <remarks>
/// A sentence is a clause, or with the probability <see cref="Joined"/> two, joined by "and" or "but": clause → the NOUN VERB [not] [ADVERB] ADJECTIVE. After "and" both clauses judge alike, after "but" they
/// differ, and the second counts. Each word is equally likely. The probability of every sentence is known, so a language model can be measured against the truth: <see cref="Entropy"/>.
/// </remarks>
public sealed record ToyGrammar
{
    /// <summary>The sentences. Default 500.</summary>
    public int Rows { get; init; } = 500;

    /// <summary>The probability of a "not" in a clause. Default 0.3.</summary>
    public double Negation { get; init; } = 0.3;

    /// <summary>The probability of an adverb in a clause. Default 0.4.</summary>
    public double Adverb { get; init; } = 0.4;

    /// <summary>The probability of a second clause. Default 0.25.</summary>
    public double Joined { get; init; } = 0.25;

    /// <summary>The mean of −ln p of a sentence, in nats: what the best language model is expected to need.</summary>
    /// <returns>The entropy.</returns>
    public double Entropy()
    {
        Validate();

        // A clause: noun, verb, perhaps not, perhaps an adverb, and which of eight adjectives; whether it judges well is a coin of its own, which the second clause does not throw: "and" or "but" is its coin.
        double clause = Math.Log(ToyLexicon.Nouns.Length) + Math.Log(ToyLexicon.Verbs.Length) + Coin(Negation) + Coin(Adverb) + (Adverb * Math.Log(ToyLexicon.Adverbs.Length)) + Math.Log(ToyLexicon.Good.Length);
        return Math.Log(2) + clause + Coin(Joined) + (Joined * (Math.Log(2) + clause));
    }

    /// <summary>Makes the sentences.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal texts.</param>
    /// <returns>The sentences; a sentence may come again.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public IReadOnlyList<ToySentence> Generate(ulong seed)
    {
        Validate();
        Rng random = new Rng(seed).Split("toy-grammar");
        ToySentence[] sentences = new ToySentence[Rows];
        for (int row = 0; row < Rows; row++)
        {
            sentences[row] = Draw(random);
        }

        return sentences;
    }

    private static double Coin(double p) => (p is 0 or 1) ? 0 : -(p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p));

    private ToySentence Draw(Rng random)
    {
        bool good = random.NextInt(2) == 1;
        ToySentence first = Clause(random, good);
        if (random.NextDouble() >= Joined)
        {
            return first with { LogProbability = first.LogProbability + Math.Log(0.5) + Math.Log(1 - Joined) };
        }

        bool alike = random.NextInt(2) == 1;
        ToySentence second = Clause(random, alike ? good : !good);
        return new ToySentence(
            $"{first.Text} {(alike ? "and" : "but")} {second.Text}",
            second.Positive,
            first.Negated || second.Negated,
            $"{first.Paraphrase} {(alike ? "and" : "yet")} {second.Paraphrase}",
            $"{first.Translation} {(alike ? "u" : "ma")} {second.Translation}",
            first.LogProbability + second.LogProbability + (2 * Math.Log(0.5)) + Math.Log(Joined));
    }

    // A clause that judges well or badly: with "not" its adjective says the opposite.
    private ToySentence Clause(Rng random, bool good)
    {
        bool negated = random.NextDouble() < Negation;
        bool intensified = random.NextDouble() < Adverb;
        (string noun, string verb) = (Pick(random, ToyLexicon.Nouns, out (string Same, string Translation) nouns), Pick(random, ToyLexicon.Verbs, out (string Same, string Translation) verbs));
        string adverb = intensified ? Pick(random, ToyLexicon.Adverbs, out (string Same, string Translation) adverbs) : Nothing(out adverbs);
        int place = random.NextInt(ToyLexicon.Good.Length);
        (string Word, string Same, string Translation) adjective = good != negated ? ToyLexicon.Good[place] : ToyLexicon.Bad[place];

        // The paraphrase says "not kind" as its opposite, where no adverb stands between.
        (string Word, string Same, string Translation) opposite = good != negated ? ToyLexicon.Bad[place] : ToyLexicon.Good[place];
        bool turned = negated && !intensified;
        double probability = Math.Log(negated ? Negation : 1 - Negation) + Math.Log(intensified ? Adverb : 1 - Adverb)
            - Math.Log(ToyLexicon.Nouns.Length) - Math.Log(ToyLexicon.Verbs.Length) - (intensified ? Math.Log(ToyLexicon.Adverbs.Length) : 0) - Math.Log(ToyLexicon.Good.Length);
        return new ToySentence(
            Join("the", noun, verb, negated ? "not" : "", adverb, adjective.Word),
            good,
            negated,
            Join("the", nouns.Same, verbs.Same, negated && !turned ? "not" : "", adverbs.Same, turned ? opposite.Word : adjective.Same),
            Join(nouns.Translation, "lo", adverbs.Translation, adjective.Translation, negated ? "ne" : "", verbs.Translation),
            probability);
    }

    private static string Pick(Rng random, (string Word, string Same, string Translation)[] words, out (string Same, string Translation) others)
    {
        (string word, string same, string translation) = words[random.NextInt(words.Length)];
        others = (same, translation);
        return word;
    }

    private static string Nothing(out (string Same, string Translation) others)
    {
        others = ("", "");
        return "";
    }

    private static string Join(params ReadOnlySpan<string> words)
    {
        StringBuilder text = new();
        foreach (string word in words)
        {
            text.Append(text.Length > 0 && word.Length > 0 ? " " : "").Append(word);
        }

        return text.ToString();
    }

    private void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireWithin(Negation, 0, 1, nameof(Negation));
        GeneratedOptions.RequireWithin(Adverb, 0, 1, nameof(Adverb));
        GeneratedOptions.RequireWithin(Joined, 0, 1, nameof(Joined));
    }
}
