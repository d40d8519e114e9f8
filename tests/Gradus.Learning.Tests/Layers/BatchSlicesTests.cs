using Gradus.Learning.Layers;
using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Large batches go through convolutions or dense layers and what follows them in slices.</summary>
public sealed class BatchSlicesTests
{
    private static readonly int Batch = (8 * GradusThreads.Count) + 3;
    private static readonly int Rows = (512 * GradusThreads.Count) + 3;

    /// <summary>Recording gradients, the network takes the whole batch.</summary>
    [Fact]
    public void Forward_WithoutGradients_HasTheBitsOfTheWholeBatch()
    {
        (Sequential Model, int Channels, int Size)[] models = [(new MnistCnn(), 1, 28), (new ResNet(), 3, 32), (Row(), 3, 17)];
        foreach ((Sequential model, int channels, int size) in models)
        {
            Tensor images = Tensor.Randn(new Rng(1), Batch, channels, size, size);
            model.Forward(images[..4]);
            model.Eval();

            float[] whole = model.Forward(images).ToArray<float>(), sliced = Inferred(model, images).ToArray<float>();

            Assert.Equal(whole, sliced);
        }
    }

    [Fact]
    public void Forward_RowsWithoutGradients_HaveTheBitsOfTheWholeBatch()
    {
        Sequential[] models = [new ClinicalMlp(26), new Mlp(26, [40, 24], 3), new(new Linear(26, 33), new Tanh(), new Linear(33, 7), new LayerNorm(7))];
        Tensor rows = Tensor.Randn(new Rng(4), Rows, 26);
        foreach (Sequential model in models)
        {
            model.Forward(rows[..40]);
            model.Eval();

            Assert.Equal(model.Forward(rows).ToArray<float>(), Inferred(model, rows).ToArray<float>());
        }
    }

    [Fact]
    public void Forward_RowsInEvaluation_AreCut()
    {
        Probe probe = new();
        Sequential row = new(new Linear(6, 4), probe);
        row.Eval();

        Inferred(row, Tensor.Randn(new Rng(5), Rows, 6));

        Assert.Equal(Rows, probe.Seen.Sum());
        Assert.All(probe.Seen, count => Assert.InRange(count, 1, 256 * GradusThreads.Count));
    }

    /// <summary>It may look across the images, as this one does, which takes their mean away.</summary>
    [Fact]
    public void Forward_ClassDerivedFromSequential_SeesTheWholeBatch()
    {
        Sequential row = new(new Conv2d(3, 4, 3), new Centered(new ReLU()), new Flatten());
        row.Eval();
        Tensor images = Tensor.Randn(new Rng(3), Batch, 3, 12, 12);

        Assert.Equal(row.Forward(images).ToArray<float>(), Inferred(row, images).ToArray<float>());
    }

    [Fact]
    public void Forward_EvaluationWithoutGradients_CutsTheBatch()
    {
        Probe probe = new();
        Sequential row = new(new Conv2d(3, 4, 3), probe, new Flatten());
        Tensor images = Tensor.Randn(new Rng(2), Batch, 3, 12, 12);

        Inferred(row, images);
        Assert.Equal([Batch], probe.Seen);

        row.Eval();
        row.Forward(images);
        Assert.Equal([Batch, Batch], probe.Seen);

        Inferred(row, images);
        Assert.Equal(Batch, probe.Seen.Skip(2).Sum());
        Assert.All(probe.Seen.Skip(2), count => Assert.InRange(count, 1, 4 * GradusThreads.Count));
    }

    /// <summary>Who watches a layer sees the whole batch.</summary>
    [Fact]
    public void Forward_WatchedLayer_GetsTheWholeBatch()
    {
        MaxPool2d pool = new(2);
        Sequential row = new(new Conv2d(3, 4, 3), new ReLU(), new Sequential(new Conv2d(4, 4, 3), pool));
        row.Eval();
        Tensor images = Tensor.Randn(new Rng(3), Batch, 3, 14, 14);
        float[] expected = Inferred(row, images).ToArray<float>();
        List<int> seen = [];
        using ModuleHook hook = pool.RegisterForwardHook((_, inputs, _) => seen.Add(inputs[0].Shape[0]));

        float[] actual = Inferred(row, images).ToArray<float>();

        Assert.Equal([Batch], seen);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Forward_ImagesOfOtherChannels_NamesTheWholeBatch()
    {
        Sequential row = new(new Conv2d(3, 4, 3), new ReLU());
        row.Eval();

        ArgumentException error = Assert.Throws<ArgumentException>(() => Inferred(row, Tensor.Zeros(Batch, 2, 16, 16)));

        Assert.Contains($"[{Batch}, 2, 16, 16]", error.Message, StringComparison.Ordinal);
    }

    private static Sequential Row() => new(
        new Conv2d(3, 6, 3, padding: 1, bias: false), new BatchNorm2d(6), new GELU(), new AvgPool2d(2), new Dropout(0.5), new Conv2d(6, 8, 3), new Tanh(), new AdaptiveAvgPool2d(2), new Flatten(), new Linear(32, 3));

    private static Tensor Inferred(Sequential model, Tensor images)
    {
        using NoGrad quiet = NoGrad.Enter();
        return model.Forward(images);
    }

    private sealed class Probe : Layer
    {
        internal List<int> Seen { get; } = [];

        internal override bool TakesExamplesApart => !Training;

        protected override Tensor Compute(Tensor input)
        {
            Seen.Add(input.Shape[0]);
            return input;
        }
    }

    private sealed class Centered(params Layer[] layers) : Sequential(layers)
    {
        protected override Tensor Compute(Tensor input)
        {
            Tensor output = base.Compute(input);
            return output - output.Mean([0], keepDim: true);
        }
    }
}
