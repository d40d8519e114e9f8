using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>What L-BFGS keeps from iteration to iteration, and the inverse curvature that it stands for.</summary>
internal sealed class LbfgsMemory
{
    private const string Path = "state.0.";
    private readonly List<(Tensor Change, Tensor Step, double Reciprocal)> _pairs = [];
    private double _diagonal = 1;

    internal long Evaluations { get; set; }

    internal long Iterations { get; set; }

    internal double Length { get; set; }

    internal double PreviousLoss { get; set; }

    internal Tensor? Direction { get; set; }

    internal Tensor? PreviousGradient { get; set; }

    /// <summary>Takes note of how the gradient changed along a step; the oldest pair is forgotten.</summary>
    internal void Remember(Tensor change, Tensor step, double curvature, int most)
    {
        while (_pairs.Count >= most)
        {
            _pairs.RemoveAt(0);
        }

        _pairs.Add((change.Keep(), step.Keep(), 1 / curvature));
        _diagonal = curvature / FlatParameters.Dot(change, change);
    }

    /// <summary>The inverse curvature times a vector, by the two-loop recursion (Nocedal and Wright, algorithm 7.4).</summary>
    internal Tensor Apply(Tensor vector)
    {
        double[] shares = new double[_pairs.Count];
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = FlatParameters.Dot(_pairs[i].Step, vector) * _pairs[i].Reciprocal;
            vector = vector.AddInPlace(_pairs[i].Change, -shares[i]);
        }

        vector = vector.MultiplyInPlace(_diagonal);
        for (int i = 0; i < _pairs.Count; i++)
        {
            vector = vector.AddInPlace(_pairs[i].Step, shares[i] - (FlatParameters.Dot(_pairs[i].Change, vector) * _pairs[i].Reciprocal));
        }

        return vector;
    }

    internal void Save(Dictionary<string, Tensor> state)
    {
        state[$"{Path}func_evals"] = SavedState.Of(Evaluations);
        state[$"{Path}n_iter"] = SavedState.Of(Iterations);
        if (Direction is null)
        {
            return;
        }

        state[$"{Path}t"] = SavedState.Of(Length);
        state[$"{Path}H_diag"] = SavedState.Of(_diagonal);
        state[$"{Path}prev_loss"] = SavedState.Of(PreviousLoss);
        state[$"{Path}d"] = Direction.Clone().Keep();
        state[$"{Path}prev_flat_grad"] = PreviousGradient!.Clone().Keep();
        if (_pairs.Count > 0)
        {
            state[$"{Path}old_dirs"] = Tensor.Stack([.. _pairs.Select(pair => pair.Change)], 0).Keep();
            state[$"{Path}old_stps"] = Tensor.Stack([.. _pairs.Select(pair => pair.Step)], 0).Keep();
            state[$"{Path}ro"] = Tensor.From([.. _pairs.Select(pair => pair.Reciprocal)], _pairs.Count).Keep();
        }
    }

    internal static LbfgsMemory Load(SavedState state, int parameters, DType dtype)
    {
        LbfgsMemory memory = new() { Evaluations = state.Count($"{Path}func_evals"), Iterations = state.Count($"{Path}n_iter") };
        if (!state.Has($"{Path}d"))
        {
            return memory;
        }

        memory.Length = state.Number($"{Path}t");
        memory._diagonal = state.Number($"{Path}H_diag");
        memory.PreviousLoss = state.Number($"{Path}prev_loss");
        memory.Direction = state.Take($"{Path}d", dtype, [parameters]).Clone().Keep();
        memory.PreviousGradient = state.Take($"{Path}prev_flat_grad", dtype, [parameters]).Clone().Keep();
        int pairs = state.Length($"{Path}ro");
        if (pairs > 0)
        {
            double[] reciprocals = state.Numbers($"{Path}ro", pairs);
            Tensor changes = state.Take($"{Path}old_dirs", dtype, [pairs, parameters]), steps = state.Take($"{Path}old_stps", dtype, [pairs, parameters]);
            for (int i = 0; i < pairs; i++)
            {
                memory._pairs.Add((changes.Select(0, i).Clone().Keep(), steps.Select(0, i).Clone().Keep(), reciprocals[i]));
            }
        }

        return memory;
    }
}
