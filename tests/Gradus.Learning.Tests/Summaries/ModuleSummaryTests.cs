using Gradus.Learning.Layers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Summaries;

public sealed class ModuleSummaryTests
{
    [Fact]
    public void Summary_MnistCnn_AgreesWithHandCounts()
    {
        ModuleSummary summary = Cnn().Summary(2, 1, 28, 28);

        (string, string, long, long, string, long)[] rows = [.. summary.Rows.Select(row => (row.Kind, string.Join(",", row.OutputShape!), row.Parameters, row.MultiplyAdds, row.Field?.ToString() ?? "-", row.ActivationBytes))];

        const long First = 2 * 32 * 26 * 26, Second = 2 * 64 * 24 * 24, Pooled = 2 * 64 * 12 * 12;
        Assert.Equal(
            [
                ("Sequential", "2,10", 1_199_882, (First * 9) + (Second * 9 * 32) + (2 * 9216 * 128) + (2 * 128 * 10), "all", 4 * ((2 * First) + (2 * Second) + Pooled + (2 * 256) + 20)),
                ("Conv2d", "2,32,26,26", 320, First * 9, "3 × 3", 4 * First),
                ("ReLU", "2,32,26,26", 0, 0, "3 × 3", 4 * First),
                ("Conv2d", "2,64,24,24", 18_496, Second * 9 * 32, "5 × 5", 4 * Second),
                ("ReLU", "2,64,24,24", 0, 0, "5 × 5", 4 * Second),
                ("MaxPool2d", "2,64,12,12", 0, 0, "6 × 6", 4 * Pooled),
                ("Dropout", "2,64,12,12", 0, 0, "6 × 6", 0),
                ("Flatten", "2,9216", 0, 0, "6 × 6", 0),
                ("Linear", "2,128", 1_179_776, 2 * 9216 * 128, "all", 4 * 256),
                ("ReLU", "2,128", 0, 0, "all", 4 * 256),
                ("Dropout", "2,128", 0, 0, "all", 0),
                ("Linear", "2,10", 1_290, 2 * 128 * 10, "all", 4 * 20),
            ],
            rows);
        Assert.Equal(1_199_882, summary.Parameters);
        Assert.Equal(4 * 1_199_882, summary.ParameterBytes);
        Assert.Equal(4 * 2 * 784, summary.InputBytes);
    }

    [Fact]
    public void Summary_Residual_TakesTheLargerWay()
    {
        Residual block = new(new Sequential(new Conv2d(4, 8, 3, 2, 1, bias: false), new BatchNorm2d(8), new ReLU(), new Conv2d(8, 8, 3, 1, 1, bias: false)), new Conv2d(4, 8, 1, 2, bias: false));
        Sequential model = new(new Conv2d(3, 4, 3), block, new AdaptiveAvgPool2d(1));

        ModuleSummary summary = model.Summary(1, 3, 18, 18);

        // 3, then 3 + 2 · 1 = 5 with jump 2, then 5 + 2 · 2 = 9; the pool covers 8 · 8 places of jump 2: 9 + 7 · 2 = 23.
        Assert.Equal(["23 × 23", "3 × 3", "9 × 9", "9 × 9", "5 × 5", "5 × 5", "5 × 5", "9 × 9", "3 × 3", "23 × 23"], summary.Rows.Select(row => row.Field!.ToString()));
        Assert.Equal((16 * 16 * 4 * 27) + (64 * 8 * 9 * 4) + (64 * 8 * 9 * 8) + (64 * 8 * 4), summary.MultiplyAdds);
    }

    [Fact]
    public void Summary_GroupedAndTransposed_CountsTheTapsThatMeet()
    {
        Sequential model = new(new Conv2d(4, 8, (3, 2), groups: 2), new ConvTranspose2d(8, 6, 2, 2, groups: 2), new Conv2d(6, 6, 3, padding: 1, groups: 6));

        long[] work = [.. model.Summary(1, 4, 5, 5).Rows.Select(row => row.MultiplyAdds)];

        Assert.Equal([(8 * 12 * 6 * 2) + (8 * 12 * 4 * 3) + (6 * 48 * 9), 8 * 12 * 6 * 2, 8 * 12 * 4 * 3, 6 * 48 * 9], work);
    }

    [Fact]
    public void Of_RecurrentLayers_CountsEveryStepLayerAndDirection()
    {
        LSTM lstm = new(5, 7, numLayers: 2, bidirectional: true);
        GRUCell cell = new(5, 7);

        ModuleSummary sequence = ModuleSummary.Of(lstm, () => lstm.Forward(Tensor.Zeros(10, 3, 5))), step = ModuleSummary.Of(cell, () => cell.Forward(Tensor.Zeros(3, 5)));

        Assert.Equal(10 * 3 * 2 * ((28 * (5 + 7)) + (28 * (14 + 7))), sequence.MultiplyAdds);
        Assert.Equal([10, 3, 14], sequence.Rows[0].OutputShape);
        Assert.Equal(3 * 21 * 12, step.MultiplyAdds);
    }

    [Fact]
    public void Summary_TransformerEncoderLayer_CountsAttentionAndItsProjections()
    {
        TransformerEncoderLayer layer = new(8, 2, 16, batchFirst: true);

        ModuleSummary summary = layer.Summary(3, 5, 8);

        const long Rows = 3 * 5;
        Assert.Equal((Rows * 8 * 8 * 4) + (2 * 3 * 5 * 5 * 8) + (2 * Rows * 8 * 16), summary.MultiplyAdds);
        Assert.Equal((4 * 8 * 8) + (4 * 8) + (2 * 8 * 16) + 16 + 8 + (4 * 8), summary.Parameters);
    }

    [Fact]
    public void Summary_Model_LeavesModesBuffersAndStreamsAlone()
    {
        Sequential model = new(new Linear(4, 6), new BatchNorm1d(6), new Dropout(), new Linear(6, 2), new RReLU()), twin = new(new Linear(4, 6), new BatchNorm1d(6), new Dropout(), new Linear(6, 2), new RReLU());
        model.Initialize(3);
        twin.Initialize(3);
        Tensor input = Tensor.Randn(new Rng(1), 5, 4);
        model[3].Eval();
        twin[3].Eval();

        Assert.Equal(twin.Forward(input).ToArray<float>(), model.Forward(input).ToArray<float>());
        model.Summary(7, 4);

        Assert.Equal(twin.Forward(input).ToArray<float>(), model.Forward(input).ToArray<float>());
        Assert.Equal([true, true, true, true, false, true], model.Modules().Select(entry => entry.Module.Training));
        Assert.Equal(2, ((BatchNorm1d)model[1]).BatchesTracked!.Item());
    }

    [Fact]
    public void Summary_FrozenPart_IsNotTrained()
    {
        Sequential model = new(new Linear(4, 6), new Linear(6, 2));
        model.Freeze("0");

        ModuleSummary summary = model.Summary(1, 4);

        Assert.Equal((44, 14), (summary.Parameters, summary.TrainedParameters));
    }

    [Fact]
    public void Summary_SharedModule_CountsItsParametersOnceAndItsWorkTwice()
    {
        Linear shared = new(4, 4);
        ModuleSummary summary = new Sequential(shared, new ReLU(), shared).Summary(3, 4);

        Assert.Equal((20, 2 * 3 * 16), (summary.Parameters, summary.MultiplyAdds));
        Assert.Equal(3, summary.Rows.Count);
    }

    [Fact]
    public void Summary_Indices_TakesATensor()
    {
        Sequential model = new(new Embedding(10, 4), new Linear(4, 2));

        Assert.Equal([2, 3, 2], model.Summary(Tensor.Zeros(DType.Int64, 2, 3)).Rows[0].OutputShape);
        Assert.Throws<ArgumentException>(() => model.Summary(2, 3));
    }

    [Fact]
    public void Of_NothingCalled_Throws() => Assert.Throws<InvalidOperationException>(() => ModuleSummary.Of(new Linear(2, 2), () => { }));

    [Fact]
    public void ToString_SmallNetwork_IsATable()
    {
        Sequential model = new(new Conv1d(2, 4, 3), new ReLU(), new Flatten(), new Linear(24, 1));

        Assert.Equal(
            """
            Module       Output shape  Parameters  Multiply-adds  Field  Activations
            Sequential   [1, 1]                53            168    all        196 B
              0 Conv1d   [1, 4, 6]             28            144      3         96 B
              1 ReLU     [1, 4, 6]              -              -      3         96 B
              2 Flatten  [1, 24]                -              -      3            -
              3 Linear   [1, 1]                25             24    all          4 B
            Parameters: 53, 53 trained, 0 frozen, 212 B
            Multiply-adds: 168, two floating-point operations each
            Memory: input 64 B, activations 196 B
            """,
            model.Summary(1, 2, 8).ToString(),
            ignoreLineEndingDifferences: true);
    }

    private static Sequential Cnn() => new(
        new Conv2d(1, 32, 3), new ReLU(), new Conv2d(32, 64, 3), new ReLU(), new MaxPool2d(2), new Dropout(0.25), new Flatten(), new Linear(9216, 128), new ReLU(), new Dropout(), new Linear(128, 10));
}
