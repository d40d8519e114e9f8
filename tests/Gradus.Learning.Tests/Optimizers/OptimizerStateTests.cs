using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

public sealed class OptimizerStateTests
{
    public static TheoryData<string> Names => OptimizerTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void LoadStateDictionary_AnotherOptimizerGoesOn_WithTheSameBits(string name)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64 })
        {
            OptimizerTable.Entry entry = OptimizerTable.Entries[name];
            SmallProblem first = new(dtype), second = new(dtype);
            Optimizer one = entry.Make(first.Groups(entry.Expected)), other = entry.Make(second.Groups(entry.Default));
            Steps(first, one, 3);
            IReadOnlyDictionary<string, Tensor> state = one.StateDictionary();
            double[][] weights = [.. first.Parameters.Select(parameter => parameter.ToArray<double>())];
            Steps(first, one, 4);

            Put(second, weights);
            other.LoadStateDictionary(state);
            Steps(second, other, 4);

            Assert.Equal(entry.Expected, other.Groups[0].Options);
            Assert.Equal(Values(first), Values(second));
            Assert.NotEqual(weights, Values(first));
            Assert.Equal(one.StateDictionary().ToDictionary(pair => pair.Key, pair => pair.Value.ToArray<double>()), other.StateDictionary().ToDictionary(pair => pair.Key, pair => pair.Value.ToArray<double>()));
        }
    }

    [Fact]
    public void StateDictionary_Keys_ArePyTorchsJoinedByDots()
    {
        SmallProblem problem = new(DType.Float32);
        Adam optimizer = new(problem.Groups(new AdamOptions(), new AdamOptions { LearningRate = 0.5 }));
        Steps(problem, optimizer, 1);

        string[] keys = [.. optimizer.StateDictionary().Keys.Where(key => key.Contains(".1.", StringComparison.Ordinal) || key.Contains(".3.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        string[] options = ["amsgrad", "betas.0", "betas.1", "decoupled_weight_decay", "eps", "l1_decay", "lr", "maximize", "params", "weight_decay"];
        string[] kept = ["exp_avg", "exp_avg_sq", "step"];
        Assert.Equal([.. options.Select(key => $"param_groups.1.{key}"), .. kept.Select(key => $"state.1.{key}"), .. kept.Select(key => $"state.3.{key}")], keys);
        Assert.Equal([2L, 3L], optimizer.StateDictionary()["param_groups.1.params"].ToArray<long>());
    }

    [Fact]
    public void LoadStateDictionary_OfGroups_PutsEachGroupsOptions()
    {
        SmallProblem problem = new(DType.Float32);
        Sgd saved = new(problem.Groups(new SgdOptions { LearningRate = 0.25 }, new SgdOptions { LearningRate = 0.5, Momentum = 0.5 }));
        Sgd other = new(problem.Groups(new SgdOptions(), new SgdOptions()));

        other.LoadStateDictionary(saved.StateDictionary());

        Assert.Equal(saved.Groups.Select(group => group.Options), other.Groups.Select(group => group.Options));
    }

    [Fact]
    public void LoadStateDictionary_ThatDoesNotFit_SaysWhyAndChangesNothing()
    {
        SmallProblem problem = new(DType.Float32);
        Adam optimizer = new(problem.Groups(new AdamOptions { LearningRate = 0.125 }));
        Steps(problem, optimizer, 2);
        Dictionary<string, Tensor> state = new(optimizer.StateDictionary(), StringComparer.Ordinal) { ["param_groups.0.lr"] = Tensor.Scalar(0.75, DType.Float64) };

        Refuse("'state.1.exp_avg' is missing", Without(state, "state.1.exp_avg"));
        Refuse("'param_groups.0.eps' is missing", Without(state, "param_groups.0.eps"));
        Refuse("unknown [state.9.step]", With(state, "state.9.step", Tensor.Scalar(1L, DType.Int64)));
        Refuse("holds 'state.0.exp_avg' as Float32 [2]; Adam needs Float32 [5, 3]", With(state, "state.0.exp_avg", Tensor.Ones(2)));
        Refuse("names other parameters than 0 to 3", With(state, "param_groups.0.params", Tensor.From([3L, 2, 1, 0])));
        Refuse("Beta1", With(state, "param_groups.0.betas.0", Tensor.Scalar(1.5, DType.Float64)));
        Refuse("is missing", new Sgd(problem.Parameters).StateDictionary());
        Assert.Equal(0.125, optimizer.LearningRate);

        void Refuse(string message, IReadOnlyDictionary<string, Tensor> wrong) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => optimizer.LoadStateDictionary(wrong)).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Tensor> With(Dictionary<string, Tensor> state, string key, Tensor value) => new(state, StringComparer.Ordinal) { [key] = value };

    private static Dictionary<string, Tensor> Without(Dictionary<string, Tensor> state, string key) => state.Where(entry => entry.Key != key).ToDictionary(StringComparer.Ordinal);

    private static void Steps(SmallProblem problem, Optimizer optimizer, int count)
    {
        for (int step = 0; step < count; step++)
        {
            problem.Step(optimizer, 1);
        }
    }

    private static double[][] Values(SmallProblem problem) => [.. problem.Parameters.Select(parameter => parameter.ToArray<double>())];

    private static void Put(SmallProblem problem, double[][] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Tensor parameter = problem.Parameters[i].Detach();
            parameter.CopyFrom(Tensor.From(values[i], parameter.Shape).To(parameter.DType));
        }
    }
}
