using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests;

public sealed class ModuleHookTests
{
    [Fact]
    public void RegisterForwardHook_Layer_SeesInputAndOutput()
    {
        Linear linear = new(3, 2);
        (Module, Tensor, Tensor)? seen = null;
        using ModuleHook hook = linear.RegisterForwardHook((module, inputs, output) => { seen = (module, inputs[0], output); });
        Tensor input = Tensor.Ones(1, 3);

        Tensor output = linear.Forward(input);

        Assert.Equal((linear, input, output), seen);
    }

    [Fact]
    public void RegisterForwardHook_GivesAnOutput_ItTakesThePlace()
    {
        Sequential model = new(new Identity(), new Identity());
        using ModuleHook hook = model[0].RegisterForwardHook((_, _, output) => output * 3);

        Assert.Equal(6, model.Forward(Tensor.Full(2, 1)).Item());
    }

    [Fact]
    public void RegisterForwardPreHook_GivesInputs_TheyTakeThePlace()
    {
        Bilinear bilinear = new(1, 1, 1, bias: false);
        bilinear.Weight.Detach().Fill(1);
        using ModuleHook hook = bilinear.RegisterForwardPreHook((_, inputs) => [inputs[1], inputs[0] * 5]);

        Assert.Equal(2 * 3 * 5, bilinear.Forward(Tensor.Full(2, 1), Tensor.Full(3, 1)).Item());
    }

    [Fact]
    public void RegisterForwardPreHook_GivesTooFewInputs_NamesBothCounts()
    {
        Bilinear bilinear = new(1, 1, 1);
        using ModuleHook hook = bilinear.RegisterForwardPreHook((_, inputs) => [inputs[0]]);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => bilinear.Forward(Tensor.Ones(1), Tensor.Ones(1)));

        Assert.Contains("1 inputs in place of 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hooks_Several_RunInTheOrderOfRegistration()
    {
        Identity layer = new();
        using ModuleHook plus = layer.RegisterForwardHook((_, _, output) => output + 1), times = layer.RegisterForwardHook((_, _, output) => output * 10);

        Assert.Equal(30, layer.Forward(Tensor.Full(2, 1)).Item());
    }

    [Fact]
    public void Dispose_Hook_IsCalledNoMore()
    {
        Identity layer = new();
        int calls = 0;
        void Count(Module module, IReadOnlyList<Tensor> inputs, Tensor output) => calls++;
        ModuleHook first = layer.RegisterForwardHook(Count), second = layer.RegisterForwardHook(Count);

        first.Dispose();
        first.Dispose();
        layer.Forward(Tensor.Ones(1));
        second.Dispose();
        layer.Forward(Tensor.Ones(1));

        Assert.Equal(1, calls);
        Assert.False(layer.IsWatched);
    }

    [Fact]
    public void Hook_TakesItselfAway_OthersStillRun()
    {
        Identity layer = new();
        int calls = 0;
        ModuleHook? once = null;
        once = layer.RegisterForwardHook((_, _, _) => { once!.Dispose(); });
        using ModuleHook counter = layer.RegisterForwardHook((_, _, _) => { calls++; });

        layer.Forward(Tensor.Ones(1));
        layer.Forward(Tensor.Ones(1));

        Assert.Equal(2, calls);
    }

    [Fact]
    public void Forward_LayerAndActivationInARow_FusedBitsAreThoseOfTwoPasses()
    {
        (Layer Layer, Layer Next, Tensor Input)[] pairs =
        [
            (new Linear(33, 17), new ReLU(), Tensor.Randn(new Rng(1), 9, 33)),
            (new Linear(33, 17), new Tanh(), Tensor.Randn(new Rng(2), 9, 33)),
            (new Linear(33, 17), new Sigmoid(), Tensor.Randn(new Rng(3), 9, 33)),
            (new Linear(33, 17), new GELU(), Tensor.Randn(new Rng(4), 9, 33)),
            (new Conv2d(3, 5, 3, padding: 1), new ReLU(), Tensor.Randn(new Rng(5), 2, 3, 9, 11)),
            (new Conv1d(3, 5, 3), new ReLU(), Tensor.Randn(new Rng(6), 2, 3, 19)),
        ];
        foreach ((Layer layer, Layer next, Tensor input) in pairs)
        {
            Sequential row = new(layer, next);
            float[] fused = Inferred(row, input), apart = next.Forward(layer.Forward(input)).ToArray<float>();
            float[] fusedGradient = GradientOf(row, input, layer), apartGradient = GradientOf(null, input, layer, next);
            int between = 0;
            using ModuleHook hook = layer.RegisterForwardHook((_, _, output) => { between += output.ElementCount; });
            float[] watched = row.Forward(input).ToArray<float>();

            Assert.Equal(apart, fused);
            Assert.Equal(apartGradient, fusedGradient);
            Assert.Equal(apart, watched);
            Assert.Equal(apart.Length, between);
        }
    }

    [Fact]
    public void RegisterForwardHook_HeadOfAttention_IsCalledInsideOfTheTransformer()
    {
        TransformerEncoderLayer layer = new(8, 2, 16);
        List<string> called = [];
        foreach ((string name, Module module) in layer.Modules())
        {
            module.RegisterForwardHook((_, _, _) => { called.Add(name); });
        }

        layer.Forward(Tensor.Ones(3, 2, 8));

        Assert.Equal(["self_attn.out_proj", "self_attn", "dropout1", "norm1", "linear1", "dropout", "linear2", "dropout2", "norm2", ""], called);
    }

    private static float[] Inferred(Sequential row, Tensor input)
    {
        using NoGrad quiet = NoGrad.Enter();
        Assert.True(row[0].Takes(new Tail(row[1].Epilogue)));
        return row.Forward(input).ToArray<float>();
    }

    private static float[] GradientOf(Layer? row, Tensor input, params ReadOnlySpan<Layer> layers)
    {
        Tensor output = input;
        foreach (Layer layer in row is null ? layers : [row])
        {
            output = layer.Forward(output);
        }

        return Gradient.Of(output.Square().Sum(), layers[0].Parameters())[0].ToArray<float>();
    }
}
