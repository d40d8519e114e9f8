using Gradus.Learning.Layers;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests;

public sealed class ModuleChangeTests
{
    [Fact]
    public void Freeze_ByPrefix_TakesWholeNamesOnly()
    {
        Sequential model = new([.. Enumerable.Range(0, 12).Select(_ => new Linear(2, 2))]);

        int frozen = model.Freeze("1");

        Assert.Equal(2, frozen);
        Assert.Equal(["1.weight", "1.bias"], model.NamedParameters().Where(entry => !entry.Tensor.RequiresGrad).Select(entry => entry.Name));
    }

    [Fact]
    public void Freeze_OneParameter_TheOtherLearns()
    {
        Linear linear = new(3, 2);
        linear.Freeze("weight");
        float[] weight = linear.Weight.ToArray<float>(), bias = linear.Bias!.ToArray<float>();
        Sgd optimizer = new(linear.Parameters(), 0.1);

        linear.Forward(Tensor.Ones(4, 3)).Sum().Backward();
        optimizer.Step();

        Assert.Equal(weight, linear.Weight.ToArray<float>());
        Assert.NotEqual(bias, linear.Bias!.ToArray<float>());
    }

    [Fact]
    public void Freeze_AfterBackward_ForgetsTheGradientSoThatNoStepUsesIt()
    {
        Linear linear = new(3, 2);
        linear.Forward(Tensor.Ones(4, 3)).Sum().Backward();
        float[] before = linear.Weight.ToArray<float>();

        linear.Freeze();
        new Sgd(linear.Parameters(), 0.1).Step();

        Assert.Equal(before, linear.Weight.ToArray<float>());
    }

    [Fact]
    public void Unfreeze_Tree_LearnsAgain()
    {
        Sequential model = new(new Linear(2, 2), new Linear(2, 2));
        model.Freeze();
        Assert.False(model.Forward(Tensor.Ones(1, 2)).RequiresGrad);

        Assert.Equal(4, model.Unfreeze());

        Assert.All(model.Parameters(), parameter => Assert.True(parameter.RequiresGrad));
    }

    [Fact]
    public void Freeze_NoSuchPath_NamesThoseThatAre()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Sequential(new Linear(2, 2)).Freeze("1"));

        Assert.Contains("no parameter at '1'", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.weight, 0.bias", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_Float64_ComputesInFloat64WithTheSameValues()
    {
        Sequential model = new(new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2));
        model.Initialize(5);
        Tensor input = Tensor.Randn(new Rng(1), 6, 3);
        float[] expected = model.Forward(input).ToArray<float>();
        model.Freeze("0");

        model.To(DType.Float64);
        Tensor output = model.Forward(input.To(DType.Float64));

        Assert.Equal(DType.Float64, output.DType);
        Assert.All(expected.Zip(output.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.Equal(DType.Int64, ((BatchNorm1d)model[1]).BatchesTracked!.DType);
        Assert.Equal([false, false, true, true, true, true], model.Parameters().Select(parameter => parameter.RequiresGrad));
    }

    [Fact]
    public void To_AndBack_KeepsFloat32Bits()
    {
        LSTM lstm = new(3, 4);
        float[][] before = [.. lstm.Parameters().Select(parameter => parameter.ToArray<float>())];

        lstm.To(DType.Float64);
        lstm.To(DType.Float32);

        Assert.Equal(before, lstm.Parameters().Select(parameter => parameter.ToArray<float>()));
    }

    [Fact]
    public void To_SharedParameter_StaysShared()
    {
        Tied tied = new();

        tied.To(DType.Float64);

        Assert.Same(tied.First.Stored, tied.Second.Stored);
        Assert.Equal(DType.Float64, tied.First.Stored.DType);
    }

    [Fact]
    public void To_Integers_Throws() => Assert.Throws<ArgumentException>(() => new Linear(2, 2).To(DType.Int64));

    [Fact]
    public void NamedParameters_SharedParameterAndModule_StandOnceButTheStateHoldsAllPaths()
    {
        Linear linear = new(2, 2);
        Sequential model = new(linear, new ReLU(), linear);

        Assert.Equal(["0.weight", "0.bias"], model.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(["0.bias", "0.weight", "2.bias", "2.weight"], model.StateDictionary().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["first"], new Tied().NamedParameters().Select(entry => entry.Name));
    }

    [Fact]
    public void LoadStateDictionary_NotStrict_LoadsWhatFitsAndReportsTheRest()
    {
        Sequential small = new(new Linear(2, 3)), large = new(new Linear(2, 3), new Linear(3, 1, bias: false));
        small.Initialize(1);
        large.Initialize(2);
        float[] untouched = large[1].Parameters()[0].ToArray<float>();

        StateReport up = large.LoadStateDictionary(small.StateDictionary(), strict: false), down = small.LoadStateDictionary(large.StateDictionary(), strict: false);

        Assert.Equal(["1.weight"], up.Missing);
        Assert.Empty(up.Unknown);
        Assert.Equal(["1.weight"], down.Unknown);
        Assert.False(up.Fits);
        Assert.Equal(small[0].Parameters()[0].ToArray<float>(), large[0].Parameters()[0].ToArray<float>());
        Assert.Equal(untouched, large[1].Parameters()[0].ToArray<float>());
    }

    [Fact]
    public void LoadStateDictionary_NotStrictButOfAnotherShape_ThrowsAndChangesNothing()
    {
        Linear linear = new(2, 3);
        float[] before = linear.Weight.ToArray<float>();
        Dictionary<string, Tensor> state = new() { ["weight"] = Tensor.Ones(3, 2), ["bias"] = Tensor.Ones(4) };

        Assert.Throws<ArgumentException>(() => linear.LoadStateDictionary(state, strict: false));

        Assert.Equal(before, linear.Weight.ToArray<float>());
    }

    private sealed class Tied : Module
    {
        internal Tied()
        {
            First = RegisterParameter("first", Tensor.Ones(3));
            Second = RegisterParameter("second", First.Stored);
        }

        internal ModuleTensor First { get; }

        internal ModuleTensor Second { get; }
    }
}
