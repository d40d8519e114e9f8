using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Sequences of <see cref="CopyTokens"/>.</summary>
public sealed record CopyTokensRows
{
    /// <summary>The target of a step at which nothing is asked; cross-entropy ignores it.</summary>
    public const int NothingAsked = -100;

    /// <summary>The tokens, row after row: [N, T].</summary>
    public required int[] Inputs { get; init; }

    /// <summary>What is asked at each step, row after row: [N, T]; <see cref="NothingAsked"/> where nothing is.</summary>
    public required int[] Targets { get; init; }

    /// <summary>T, the steps of a row.</summary>
    public required int Length { get; init; }

    /// <summary>V, how many tokens there are, signs included.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>K, the symbols that are copied, 0 to K − 1.</summary>
    public required int Symbols { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => Inputs.Length / Length;

    /// <summary>The cross-entropy, in nats, of a model that remembers nothing: ln K. One that remembers reaches 0.</summary>
    public double ChanceLoss => Math.Log(Symbols);

    /// <summary>The rows as a loader takes them.</summary>
    /// <returns>Inputs and targets, int64 [N, T].</returns>
    public TensorDataset ToDataset() => new(Pack(Inputs), Pack(Targets));

    private Tensor Pack(int[] tokens) => Tensor.From(Array.ConvertAll(tokens, token => (long)token), Rows, Length);
}
