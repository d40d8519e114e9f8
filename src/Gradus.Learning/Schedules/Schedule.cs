using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Schedules;

/// <summary>Changes the learning rates of an optimizer from step to step. PyTorch's <c>lr_scheduler.LRScheduler</c>.</summary>
/// <remarks>
/// A schedule sets the rates of step 0 when it is made; call <see cref="Step"/> after each step of the optimizer (or after each epoch, in which case what its options count are epochs). The rates it
/// starts from are those of the groups when their first schedule was made, so that schedules may follow each other.
/// </remarks>
public abstract class Schedule : IStateful
{
    private readonly double[] _baseRates;

    /// <summary>Takes the optimizer's groups over.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    protected Schedule(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        _baseRates = [.. optimizer.Groups.Select(group => group.InitialLearningRate ??= group.LearningRate)];
    }

    /// <summary>Whose learning rates are changed.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>How often the schedule was stepped. PyTorch's <c>last_epoch</c>.</summary>
    public long LastEpoch { get; private protected set; }

    /// <summary>Whether <see cref="Step"/> needs a figure.</summary>
    internal virtual bool NeedsFigure => false;

    /// <summary>The rates that the schedule starts from, one for each group. PyTorch's <c>base_lrs</c>.</summary>
    public IReadOnlyList<double> BaseLearningRates => _baseRates;

    /// <summary>The learning rates of now, one for each group. PyTorch's <c>get_last_lr()</c>.</summary>
    public IReadOnlyList<double> LearningRates => [.. Optimizer.Groups.Select(group => group.LearningRate)];

    /// <summary>Goes on by one and sets the learning rates.</summary>
    /// <param name="metric">The figure of this epoch, such as the validation loss, for schedules that watch one; the others do without.</param>
    public virtual void Step(double? metric = null)
    {
        LastEpoch++;
        Update(metric);
    }

    /// <summary>Copies all that the schedule needs to go on with the same bits. The rates of now are in the optimizer's own state.</summary>
    /// <remarks>Keys are PyTorch's: <c>last_epoch</c> (a single Int64), <c>base_lrs</c> (Float64, one for each group), and what the kind of schedule adds.</remarks>
    /// <returns>Values by key.</returns>
    public IReadOnlyDictionary<string, Tensor> StateDictionary()
    {
        Dictionary<string, Tensor> state = new(StringComparer.Ordinal)
        {
            ["last_epoch"] = SavedState.Of(LastEpoch),
            ["base_lrs"] = Tensor.From(_baseRates, _baseRates.Length).Keep(),
        };
        Save(state);
        return state;
    }

    /// <summary>Goes on where another schedule of the same kind and options stood. Load the state of the optimizer too.</summary>
    /// <param name="state">What <see cref="StateDictionary"/> gave.</param>
    /// <exception cref="ArgumentException">A key is missing or unknown, or a shape or element type differs; nothing was changed.</exception>
    public void LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        SavedState saved = new(GetType().Name, state);
        Action apply = Read(saved);
        saved.End();
        apply();
    }

    /// <summary>Reads and checks a state.</summary>
    /// <returns>Puts it in place.</returns>
    internal Action Read(SavedState saved)
    {
        long last = saved.Count("last_epoch");
        double[] rates = saved.Numbers("base_lrs", _baseRates.Length);
        Action apply = Load(saved);
        return () =>
        {
            LastEpoch = last;
            rates.CopyTo(_baseRates, 0);
            apply();
        };
    }

    /// <summary>Sets the rates of step 0. Every kind of schedule calls it when it is made, and again when another schedule hands over to it.</summary>
    protected internal virtual void Begin()
    {
        LastEpoch = 0;
        Update(null);
    }

    /// <summary>Sets the rates of step <see cref="LastEpoch"/>.</summary>
    /// <param name="metric">The figure of this epoch, if there is one.</param>
    protected virtual void Update(double? metric)
    {
        for (int g = 0; g < _baseRates.Length; g++)
        {
            Optimizer.Groups[g].LearningRate = Rate(g);
        }
    }

    /// <summary>The learning rate of a group in step <see cref="LastEpoch"/>. Kinds that only multiply start from the rate that the group has, so that several of them may act on one optimizer.</summary>
    /// <param name="group">The place of the group.</param>
    /// <returns>The rate; by default the one that the group has.</returns>
    protected virtual double Rate(int group) => Optimizer.Groups[group].LearningRate;

    /// <summary>Puts the rates that the schedule starts from back into the groups, and begins.</summary>
    internal void Restart()
    {
        for (int g = 0; g < _baseRates.Length; g++)
        {
            Optimizer.Groups[g].LearningRate = _baseRates[g];
        }

        Begin();
    }

    /// <summary>Sets other rates to start from.</summary>
    private protected void Base(IReadOnlyList<double> rates)
    {
        for (int g = 0; g < _baseRates.Length; g++)
        {
            _baseRates[g] = rates[g];
            (Optimizer.Groups[g].LearningRate, Optimizer.Groups[g].InitialLearningRate) = (rates[g], rates[g]);
        }
    }

    /// <summary>One value for each group, where one or as many are given.</summary>
    private protected IReadOnlyList<T> PerGroup<T>(IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return values.Count == _baseRates.Length
            ? values
            : throw new ArgumentException($"{GetType().Name} got {values.Count} values for {_baseRates.Length} groups of parameters; it needs one for each group.", name);
    }

    /// <summary>Adds what this kind of schedule keeps.</summary>
    private protected virtual void Save(Dictionary<string, Tensor> state)
    {
    }

    /// <summary>Reads and checks what <see cref="Save"/> wrote.</summary>
    /// <returns>Puts it in place.</returns>
    private protected virtual Action Load(SavedState state) => () => { };
}
