namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>What an optimizer keeps for one parameter from step to step: how often it was stepped, and tensors of its shape.</summary>
/// <param name="parameter">The parameter, a contiguous tensor of float32 or float64.</param>
/// <param name="slots">How many tensors it may keep; each is made of zeros when it is first needed.</param>
public sealed class ParameterState(Tensor parameter, int slots)
{
    private readonly Tensor?[] _slots = new Tensor?[slots];

    /// <summary>The parameter.</summary>
    public Tensor Parameter { get; } = parameter;

    /// <summary>The steps taken; those without a gradient do not count.</summary>
    public long Steps { get; set; }

    /// <summary>The tensors kept, null where none was needed yet.</summary>
    public IReadOnlyList<Tensor?> Slots => _slots;

    /// <summary>Puts a copy of a tensor into a slot.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="value">A tensor of the shape and type of the parameter, or null for none.</param>
    /// <exception cref="ArgumentException">Shape or type differ.</exception>
    public void Set(int slot, Tensor? value)
    {
        if (value is not null && (value.DType != Parameter.DType || !value.Shape.SequenceEqual(Parameter.Shape)))
        {
            throw new ArgumentException($"The state of a {Parameter.DType} parameter [{string.Join(", ", Parameter.Sizes)}] must be like it; got {value.DType} [{string.Join(", ", value.Sizes)}].", nameof(value));
        }

        _slots[slot] = value?.Detach().Clone().Keep();
    }

    internal Tensor Slot(int slot) => _slots[slot] ??= Tensor.ZerosLike(Parameter).Keep();
}
