namespace Gradus.Interview.Questions;

/// <summary>The closed list of topics, in the order of the curriculum.</summary>
public static class Topics
{
    /// <summary>All topics, in order.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("interview-craft", "Interview craft", 1),
        new("foundations", "Foundations and scope", 2),
        new("neurons-and-activations", "Neurons, tensors and activations", 3),
        new("losses-and-outputs", "Losses and outputs", 4),
        new("gradients-and-initialization", "Gradients and initialization", 5),
        new("training-and-optimization", "Training and optimization", 6),
        new("regularization-and-normalization", "Regularization and normalization", 7),
        new("data-labels-and-validation", "Data, labels and validation", 8),
        new("metrics-and-calibration", "Metrics, calibration and decisions", 9),
        new("vision", "Computer vision", 10),
        new("sequences-and-attention", "Sequences, attention and language", 11),
        new("transfer-and-generative", "Transfer, generative models and outlook", 12),
        new("trust-and-robustness", "Trust, robustness and responsibility", 13),
        new("production-and-scale", "Production and scale", 14),
        new("system-design", "System design", 15),
    ];

    /// <summary>The topic with this id, or null.</summary>
    /// <param name="id">A topic's id, such as <c>vision</c>.</param>
    public static Topic? Find(string id) => All.FirstOrDefault(topic => topic.Id == id);
}
