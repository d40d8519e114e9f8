using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Training;

/// <summary>What a training changes, by name: checkpoints hold all of it.</summary>
public sealed record TrainingParts
{
    /// <summary>The models; names must not be empty or hold a dot. Training and evaluation mode are set, and running statistics guarded, for all of them.</summary>
    public required IReadOnlyDictionary<string, Module> Models { get; init; }

    /// <summary>The optimizers; names must not be empty or hold a dot.</summary>
    public required IReadOnlyDictionary<string, Optimizer> Optimizers { get; init; }

    /// <summary>Whatever else the step function keeps from step to step; none by default.</summary>
    public IReadOnlyDictionary<string, IStateful> Others { get; init; } = new Dictionary<string, IStateful>();

    /// <summary>One model and its optimizer, named <c>model</c> and <c>optimizer</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">Steps its parameters.</param>
    /// <returns>The parts.</returns>
    public static TrainingParts Of(Module model, Optimizer optimizer) => new()
    {
        Models = new Dictionary<string, Module>(StringComparer.Ordinal) { ["model"] = model },
        Optimizers = new Dictionary<string, Optimizer>(StringComparer.Ordinal) { ["optimizer"] = optimizer },
    };

    /// <summary>Refuses names and tables that checkpoints cannot hold.</summary>
    internal void Validate()
    {
        if (Models.Count == 0 || Optimizers.Count == 0)
        {
            throw new ArgumentException($"A training got {Models.Count} models and {Optimizers.Count} optimizers; it needs one of each at least.");
        }

        if (Models.Keys.Concat(Optimizers.Keys).Concat(Others.Keys).FirstOrDefault(name => name.Length == 0 || name.Contains('.', StringComparison.Ordinal)) is { } odd)
        {
            throw new ArgumentException($"A training cannot name a part '{odd}': a name must not be empty or hold a dot.");
        }
    }

    /// <summary>The path of something in a model, for people: with the name of the model where there are several.</summary>
    internal string PathOf(string model, string path) => Models.Count == 1 ? path : path.Length == 0 ? model : $"{model}.{path}";

    /// <summary>Sets the mode of all models.</summary>
    internal void Train(bool training)
    {
        foreach (Module model in Models.Values)
        {
            model.Train(training);
        }
    }
}
