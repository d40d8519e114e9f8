using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Training.Parallel;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training.Parallel;

[Collection(MemoryCollection.Name)]
public sealed class DataParallelMemoryTests
{
    [Fact]
    public void Backward_Steady_MakesNoGradientsAnew()
    {
        Sequential model = new(new Linear(5, 4000), new Linear(4000, 1));
        using DataParallel<Sequential> parallel = new(model, () => new Sequential(new Linear(5, 4000), new Linear(4000, 1)), Loss, replicas: 2, shards: 4);
        TensorDataset rows = SmallTraining.Labelled(1, 16);
        Batch batch = rows.Take([.. Enumerable.Range(0, 16)]);
        for (int i = 0; i < 5; i++)
        {
            parallel.Backward(batch, i);
        }

        long before = TensorMemory.BytesInUse;
        for (int i = 0; i < 50; i++)
        {
            parallel.Backward(batch, i);
        }

        // One gradient of the model has 112 kB; fifty of them made anew would be 5.6 MB.
        Assert.InRange(TensorMemory.BytesInUse - before, long.MinValue, 600_000);
    }

    private static Tensor Loss(Sequential model, Batch batch) => new BinaryCrossEntropyWithLogits().Forward(model.Forward(batch.Inputs).AsLogits(), batch.Targets);
}
