namespace Gradus.Tensors.Tests.Ops;

/// <summary>The rows that PyTorch cannot speak for, and why. Every other row has a case in a fixture.</summary>
internal static class WithoutFixture
{
    private const string OwnStream = "What is dropped follows from Gradus's own random stream, which PyTorch does not have.";

    private const string BeforeSoftmax = "PyTorch's gradient holds only behind a log-softmax: it takes the slope of that into its own.";

    internal static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["dropout"] = OwnStream,
        ["feature dropout"] = OwnStream,
        ["alpha dropout"] = OwnStream,
        ["attention dropout"] = OwnStream,
        ["ctc of log-probabilities"] = BeforeSoftmax,
        ["ctc of many"] = BeforeSoftmax,
    };
}
