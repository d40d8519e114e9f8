using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

/// <summary>A training step of a small network with batch normalization, dropout and AdamW, for tests of what a step costs.</summary>
internal sealed class SmallStep
{
    private readonly Sequential _model = new(new Linear(8, 16), new BatchNorm1d(16), new ReLU(), new Dropout(0.2), new Linear(16, 1));
    private readonly BinaryCrossEntropyWithLogits _loss = new();
    private readonly AdamW _optimizer;
    private readonly Tensor _inputs = Tensor.Randn(new Rng(1), 32, 8);
    private readonly Tensor _targets = (Tensor.Rand(new Rng(2), 32, 1) * 2).To(DType.Int64).To(DType.Float32);

    internal SmallStep()
    {
        _model.Initialize(3);
        _optimizer = new AdamW(_model.Parameters(), learningRate: 0.01);
    }

    internal void Run(bool scoped)
    {
        using TensorScope? scope = scoped ? new TensorScope() : null;
        _optimizer.ZeroGrad();
        _loss.Forward(_model.Forward(_inputs).AsLogits(), _targets).Backward();
        _optimizer.Step();
    }
}
