using Gradus.Learning.Layers;
using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Eval_AfterConstruction_LeavesTrainingModeInTheWholeTree()
    {
        Sequential model = new(new Linear(2, 2), new Dropout());
        Assert.True(model.Training);

        model.Eval();

        Assert.All(model.Modules(), entry => Assert.False(entry.Module.Training));
    }

    [Fact]
    public void NamedParameters_Nested_ArePyTorchsKeys()
    {
        Sequential model = new(new Linear(2, 3), new Sequential(new BatchNorm1d(3), new Linear(3, 1, bias: false)));

        Assert.Equal(["0.weight", "0.bias", "1.0.weight", "1.0.bias", "1.1.weight"], model.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(["1.0.running_mean", "1.0.running_var", "1.0.num_batches_tracked"], model.NamedBuffers().Select(entry => entry.Name));
        Assert.All(model.Parameters(), parameter => Assert.True(parameter.RequiresGrad));
        Assert.All(model.NamedBuffers(), entry => Assert.False(entry.Tensor.RequiresGrad));
    }

    [Fact]
    public void ParameterCount_ClinicalMlp_IsThatOfThePeer() => Assert.Equal(13_505, new ClinicalMlp().ParameterCount);

    [Fact]
    public void Initialize_SameSeed_SameBits()
    {
        ClinicalMlp first = new();
        ClinicalMlp second = new();

        first.Initialize(7);
        second.Initialize(7);
        float[][] same = Values(second);
        second.Initialize(8);

        Assert.Equal(Values(first), same);
        Assert.NotEqual(same, Values(second));
    }

    [Fact]
    public void Initialize_LayerAddedBehind_LeavesTheOthersAlone()
    {
        Sequential small = new(new Linear(4, 4));
        Sequential large = new(new Linear(4, 4), new Linear(4, 4));

        small.Initialize(1);
        large.Initialize(1);

        Assert.Equal(Values(small)[0], Values(large)[0]);
        Assert.NotEqual(Values(large)[0], Values(large)[2]);
    }

    [Fact]
    public void Parameters_ChangedBeforeTheLayerIsPutInARow_StayChanged()
    {
        Linear linear = new(3, 2);
        linear.Weight.Detach().Fill(0.5);

        Sequential model = new(linear);

        Assert.All(model.Parameters()[0].ToArray<float>(), value => Assert.Equal(0.5f, value));
    }

    [Fact]
    public void LoadStateDictionary_OfATwin_GivesTheSameOutput()
    {
        ClinicalMlp first = new(features: 5, hidden: [4]);
        ClinicalMlp second = new(features: 5, hidden: [4]);
        first.Initialize(1);
        second.Initialize(2);
        Tensor input = Tensor.Randn(new Rng(3), 3, 5);

        second.LoadStateDictionary(first.StateDictionary());
        first.Eval();
        second.Eval();

        Assert.Equal(first.Forward(input).ToArray<float>(), second.Forward(input).ToArray<float>());
    }

    [Fact]
    public void StateDictionary_LaterTraining_DoesNotChangeIt()
    {
        Linear linear = new(1, 1);
        IReadOnlyDictionary<string, Tensor> state = linear.StateDictionary();
        float before = state["weight"].ToArray<float>()[0];

        linear.Weight.Detach().Fill(9);

        Assert.Equal(before, state["weight"].ToArray<float>()[0]);
    }

    [Fact]
    public void LoadStateDictionary_OtherModel_NamesWhatIsMissingAndUnknown()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Linear(2, 2).LoadStateDictionary(new BatchNorm1d(2, affine: false).StateDictionary()));

        Assert.Contains("missing [weight, bias]", error.Message, StringComparison.Ordinal);
        Assert.Contains("unknown [running_mean, running_var, num_batches_tracked]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDictionary_OtherShape_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Linear(2, 2).LoadStateDictionary(new Linear(3, 2).StateDictionary()));

        Assert.Contains("'weight' as Float32 [2, 3]; Linear needs Float32 [2, 2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_ClinicalMlp_ReadsLikePyTorch()
    {
        ClinicalMlp model = new(hidden: [64]);

        Assert.Equal(
            """
            ClinicalMlp(
              (0): Linear(in_features=20, out_features=64, bias=True)  # 1,344 parameters
              (1): BatchNorm1d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)  # 128 parameters
              (2): ReLU()
              (3): Dropout(p=0.3)
              (4): Linear(in_features=64, out_features=1, bias=True)  # 65 parameters
              (5): Flatten(start_dim=0, end_dim=-1)
            )  # 1,537 parameters
            """,
            model.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("taken")]
    public void RegisterModule_BadName_Throws(string name) => Assert.Throws<ArgumentException>(() => new Naming(name));

    private static float[][] Values(Module module) => [.. module.Parameters().Select(parameter => parameter.ToArray<float>())];

    private sealed class Naming : Module
    {
        internal Naming(string name)
        {
            RegisterModule("taken", new ReLU());
            RegisterModule(name, new ReLU());
        }
    }
}
