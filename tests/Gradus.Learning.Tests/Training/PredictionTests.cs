using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

public sealed class PredictionTests
{
    [Fact]
    public void Predict_LastBatchNotFull_EqualsTheWholeInEvaluationMode()
    {
        Sequential model = new(new Linear(3, 8), new BatchNorm1d(8), new ReLU(), new Dropout(0.5), new Linear(8, 2));
        model.Initialize(3);
        TensorDataset rows = new(Tensor.Randn(new Rng(1), 10, 3), Tensor.Zeros(10));
        model.Forward(rows.Inputs);

        Tensor predicted = model.Predict(rows, batchSize: 4);

        Assert.True(model.Training);
        Assert.False(predicted.RequiresGrad);
        model.Eval();
        Assert.Equal(model.Forward(rows.Inputs).ToArray<float>(), predicted.ToArray<float>());
    }

    [Fact]
    public void Predict_PartKeptInEvaluation_StaysThere()
    {
        BatchNorm1d kept = new(3);
        Sequential model = new(kept, new Linear(3, 1));
        kept.Eval();

        model.Predict(new TensorDataset(Tensor.Ones(5, 3), Tensor.Zeros(5)));

        Assert.Equal((true, false, true), (model.Training, kept.Training, model[1].Training));
    }

    [Fact]
    public void Predict_OutputsOfOneColumn_KeepTheirShapeAndTheMode()
    {
        Sequential model = new(new Linear(3, 1), new Flatten(0));
        model.Eval();

        Tensor predicted = model.Predict(new TensorDataset(Tensor.Ones(5, 3), Tensor.Zeros(5)), batchSize: 2);

        Assert.True(predicted.Shape.SequenceEqual([5]));
        Assert.False(model.Training);
    }

    [Fact]
    public void Predict_WrongInputs_LeavesTheMode()
    {
        Linear model = new(3, 1);

        Assert.Throws<ArgumentException>(() => model.Predict(new TensorDataset(Tensor.Ones(5, 4), Tensor.Zeros(5))));

        Assert.True(model.Training);
    }
}
