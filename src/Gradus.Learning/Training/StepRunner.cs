using System.Globalization;
using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training.Statistics;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Runs the step function on one batch after the other, steps weights, and sees to it that nothing that is not finite reaches weights or running statistics.</summary>
/// <remarks>Batches that make one step of the weights are a group. A loss that is not finite takes its batch out of the group; gradients that are not finite take the whole group out, for they are added up.</remarks>
internal sealed class StepRunner
{
    private readonly Optimizer[] _optimizers;
    private readonly StepFunction _function;
    private readonly TrainingStep _step;
    private readonly Savepoint _batchStart;
    private readonly Savepoint _groupStart;
    private readonly FaultFinder _faults;
    private readonly EpochSums _group = new();
    private readonly Dictionary<Optimizer, long> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly StatisticsWatch? _watch;
    private bool _looks;

    // Gradients are whole at the end of a group alone: after a look in its middle they are looked at there.
    private bool _awaited;

    internal StepRunner(TrainingParts parts, StepFunction function, TrainerOptions options, FaultFinder faults)
    {
        _optimizers = [.. parts.Optimizers.Values];
        _function = function;
        Options = options;
        _step = new TrainingStep(this);
        _faults = faults;
        Tensor[] buffers = [.. parts.Models.Values.SelectMany(model => model.NamedBuffers().Select(entry => entry.Tensor)).Distinct<Tensor>(ReferenceEqualityComparer.Instance)];
        _batchStart = new Savepoint(buffers);
        _groupStart = new Savepoint(buffers);
        _watch = options.StatisticsEvery is null ? null : new StatisticsWatch(parts);
    }

    internal TrainerOptions Options { get; }

    /// <summary>The loss of the last update.</summary>
    internal double LastLoss { get; private set; } = double.NaN;

    /// <summary>Whether the last batch ended a group that stepped weights.</summary>
    internal bool Stepped { get; private set; }

    /// <summary>The statistics of the last batch, where they were asked for.</summary>
    internal StepStatistics? Statistics { get; private set; }

    /// <summary>Forgets what a group has begun.</summary>
    internal void BeginGroup()
    {
        _group.Clear();
        _rows.Clear();
        _groupStart.Take();
    }

    /// <summary>Runs one batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="epoch">Its epoch, from 1.</param>
    /// <param name="number">Its place in the epoch, from 1.</param>
    /// <param name="total">The batches before it, over all epochs.</param>
    /// <param name="ends">Whether weights are stepped after it.</param>
    /// <param name="sums">Where the figures of the group go when it has ended well.</param>
    /// <returns>What was not finite, in which case it did not happen; else null.</returns>
    internal string? Run(Batch batch, int epoch, int number, long total, bool ends, EpochSums sums)
    {
        _step.Begin(batch, epoch, number, total);
        (Stepped, Statistics) = (false, null);
        bool due = _watch is not null && total % Options.StatisticsEvery!.Value == 0;
        _looks = due || (ends && _awaited);
        _awaited = (due || _awaited) && !ends;
        _batchStart.Take();
        string? fault = null;
        try
        {
            using IDisposable? watching = _looks ? _watch!.Open() : null;
            _function(_step);
        }
        catch (NonFiniteStepException error)
        {
            fault = error.Message;
        }

        if (ends)
        {
            fault = (Options.Accumulation == 1 ? null : StepGroup()) ?? fault;
            sums.Add(_group);
            sums.LearningRate = Stepped ? _group.LearningRate : sums.LearningRate;
        }

        Statistics = _looks ? _watch!.Take() : null;
        return fault;
    }

    internal Optimizer Find(Optimizer? optimizer)
    {
        if (optimizer is not null)
        {
            return Array.IndexOf(_optimizers, optimizer) >= 0 ? optimizer : throw new ArgumentException($"The step function gave {optimizer.GetType().Name}, which is none of the training's optimizers; name it among the parts.", nameof(optimizer));
        }

        return _optimizers.Length == 1 ? _optimizers[0] : throw new ArgumentException($"The training has {_optimizers.Length} optimizers; say which of them the loss is for.", nameof(optimizer));
    }

    internal void Update(Tensor loss, Optimizer optimizer)
    {
        DemandFinite(loss.Item());
        if (Options.Accumulation == 1)
        {
            optimizer.ZeroGrad();
            loss.Backward();
        }
        else
        {
            Accumulate(loss, optimizer);
        }

        Count(optimizer);
    }

    /// <summary>Lets the optimizer evaluate a loss as often as it likes. Weights may be anywhere in between, so they are remembered too.</summary>
    internal void Update(Func<Tensor> loss, Optimizer optimizer)
    {
        DemandNoAccumulation();
        Savepoint weights = new(optimizer.Parameters);
        weights.Take();
        IReadOnlyDictionary<string, Tensor> state = optimizer.StateDictionary();
        double last = double.NaN;
        bool first = true;
        double rate = optimizer.LearningRate;
        optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            Tensor value = loss();
            last = value.Item();
            if (first)
            {
                DemandFinite(last);
                first = false;
            }

            value.Backward();
            return value;
        });
        if (!double.IsFinite(last) || _faults.WhyWeights(optimizer) is not null)
        {
            string reason = _faults.WhyWeights(optimizer) ?? string.Create(CultureInfo.InvariantCulture, $"the loss there was {last}");
            weights.Restore();
            optimizer.LoadStateDictionary(state);
            _groupStart.Restore();
            throw new NonFiniteStepException($"The step led astray; {reason}");
        }

        (_group.LearningRate, Stepped) = (rate, true);
        _groupStart.Take();
        Note();
    }

    internal void Apply(double loss, Optimizer optimizer)
    {
        DemandNoAccumulation();
        DemandFinite(loss);
        Count(optimizer);
    }

    internal void Log(string name, double value)
    {
        EpochSums.LoggedSum before = _group.Logged.GetValueOrDefault(name);
        _group.Logged[name] = new EpochSums.LoggedSum(before.Sum + value, before.Count + 1);
    }

    private void DemandNoAccumulation()
    {
        if (Options.Accumulation != 1)
        {
            throw new NotSupportedException("Only Update(loss) accumulates over batches; take larger batches, or TrainerOptions.Accumulation = 1.");
        }
    }

    private void DemandFinite(double loss)
    {
        LastLoss = loss;
        if (!double.IsFinite(loss))
        {
            string reason = _faults.WhyLoss(_step);
            _batchStart.Restore();
            throw new NonFiniteStepException(string.Create(CultureInfo.InvariantCulture, $"The loss was {loss}; {reason}"));
        }
    }

    // Adds the gradient times the rows of the batch; the step divides by all rows.
    private void Accumulate(Tensor loss, Optimizer optimizer)
    {
        if (_rows.TryAdd(optimizer, 0))
        {
            optimizer.ZeroGrad();
        }

        int rows = _step.Batch.Inputs.Shape[0];
        _rows[optimizer] += rows;
        Tensor weight = Tensor.Full(rows, loss.DType, loss.Shape);
        if (_optimizers.Length == 1)
        {
            loss.Backward(weight);
            return;
        }

        // The loss of one optimizer runs through the parameters of others too, whose sums must not see it.
        Tensor[] parameters = [.. optimizer.Parameters.Where(parameter => parameter.RequiresGrad)];
        Tensor?[] gradients = Gradient.OfOrNull([loss], parameters, [weight]);
        using NoGrad quiet = NoGrad.Enter();
        using OutsideScope outside = TensorScope.Outside();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (gradients[i] is { } gradient)
            {
                parameters[i].Grad = parameters[i].Grad is { } before ? before + gradient : gradient.Clone();
            }
        }
    }

    // Notes a loss whose gradients are there, and steps unless more batches are to come.
    private void Count(Optimizer optimizer)
    {
        if (Options.Accumulation == 1)
        {
            Step(optimizer, Clip(optimizer, 1));
            _groupStart.Take();
        }

        Note();
    }

    private void Note()
    {
        _batchStart.Take();
        int rows = _step.Batch.Inputs.Shape[0];
        _group.Loss += LastLoss * rows;
        _group.Rows += rows;
    }

    // Weights move when the gradients of all optimizers are known to be finite, or not at all.
    private string? StepGroup()
    {
        try
        {
            (Optimizer Optimizer, double Scale)[] ready = [.. _rows.Select(entry => (entry.Key, Clip(entry.Key, 1.0 / entry.Value)))];
            foreach ((Optimizer optimizer, double scale) in ready)
            {
                Step(optimizer, scale);
            }

            return null;
        }
        catch (NonFiniteStepException error)
        {
            _group.Clear();
            return error.Message;
        }
    }

    /// <summary>Looks at gradients that are still to be multiplied by a scale.</summary>
    /// <returns>That scale, made smaller where their norm is to be limited.</returns>
    private double Clip(Optimizer optimizer, double scale)
    {
        if (_looks)
        {
            _watch!.LookAtGradients(optimizer, scale);
        }

        double norm = GradientNorm.OfGradients(optimizer.Parameters) * scale;
        if (!double.IsFinite(norm))
        {
            _groupStart.Restore();
            throw new NonFiniteStepException(string.Create(CultureInfo.InvariantCulture, $"The norm of the gradients was {norm}; {_faults.WhyGradients(optimizer)}"));
        }

        _group.Norm += norm;
        _group.Norms++;

        // Only now: a limit would make infinite values finite.
        if (Options.ClipValue is { } limit)
        {
            GradientValues.Clip(optimizer.Parameters, limit / scale);
            norm = Options.ClipNorm is null ? norm : GradientNorm.OfGradients(optimizer.Parameters) * scale;
        }

        return Options.ClipNorm is { } most ? scale * GradientNorm.Scale(norm, most) : scale;
    }

    private void Step(Optimizer optimizer, double scale)
    {
        _group.LearningRate = optimizer.LearningRate;
        optimizer.Step(scale);
        Stepped = true;
    }
}
