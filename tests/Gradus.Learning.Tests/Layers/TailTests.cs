using Gradus.Learning.Layers;
using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Layers that are computed in one pass with those behind them, against the same layers one by one: a hook that only looks parts them.</summary>
public sealed class TailTests
{
    public static TheoryData<string> Rows => ["conv norm relu", "conv norm", "conv relu", "norm relu", "linear norm relu", "linear gelu", "block", "block that halves"];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Forward_Watched_HasTheSameBitsInEveryMode(string name)
    {
        Layer model = Make(name);
        Tensor input = name.StartsWith("linear", StringComparison.Ordinal) ? Tensor.Randn(new Rng(1), 6, 5) : Tensor.Randn(new Rng(1), 5, 8, 9, 9);
        model.Forward(input); // moves running statistics away from 0 and 1

        foreach ((bool training, bool recording) in ((bool, bool)[])[(false, false), (false, true), (true, true)])
        {
            model.Train(training);
            float[] together = Run(model, input, recording);
            List<ModuleHook> hooks = [.. model.Modules().Where(entry => entry.Module is Layer).Select(entry => entry.Module.RegisterForwardHook((_, _, _) => { }))];
            float[] apart = Run(model, input, recording);
            hooks.ForEach(hook => hook.Dispose());

            Assert.Equal(apart, together);
        }
    }

    [Fact]
    public void Forward_ImageWithoutBatch_IsRefusedByTheNormAsItIsAlone()
    {
        Sequential model = new(new Conv2d(2, 3, 3), new BatchNorm2d(3));
        model.Eval();
        using NoGrad quiet = NoGrad.Enter();

        ArgumentException error = Assert.Throws<ArgumentException>(() => model.Forward(Tensor.Zeros(2, 5, 5)));

        Assert.Contains("BatchNorm2d(3) got an input of shape [3, 3, 3]", error.Message, StringComparison.Ordinal);
    }

    private static Layer Make(string name) => name switch
    {
        "conv norm relu" => new Sequential(new Conv2d(8, 4, 3, padding: 1), new BatchNorm2d(4), new ReLU(), new Flatten()),
        "conv norm" => new Sequential(new Conv2d(8, 4, 3, 2, bias: false), new BatchNorm2d(4)),
        "conv relu" => new Sequential(new Conv2d(8, 4, 3), new ReLU()),
        "norm relu" => new Sequential(new BatchNorm2d(8), new ReLU()),
        "linear norm relu" => new Sequential(new Linear(5, 4), new BatchNorm1d(4), new ReLU()),
        "linear gelu" => new Sequential(new Linear(5, 4), new GELU()),
        "block" => new ResidualBlock(8, 8),
        _ => new ResidualBlock(8, 6, 2),
    };

    private static float[] Run(Layer model, Tensor input, bool recording)
    {
        if (recording)
        {
            return model.Forward(input).ToArray<float>();
        }

        using NoGrad quiet = NoGrad.Enter();
        return model.Forward(input).ToArray<float>();
    }
}
