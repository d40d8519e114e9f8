using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>What an optimizer keeps for one parameter from step to step: how often it was stepped, a number, and tensors of its shape.</summary>
/// <param name="parameter">The parameter, a contiguous tensor of float32 or float64.</param>
/// <param name="slots">How many tensors it may keep; each is made when it is first needed.</param>
public sealed class ParameterState(Tensor parameter, int slots)
{
    private readonly Tensor?[] _slots = new Tensor?[slots];

    /// <summary>The parameter.</summary>
    public Tensor Parameter { get; } = parameter;

    /// <summary>The steps taken; those without a gradient do not count.</summary>
    public long Steps { get; set; }

    /// <summary>A product over all steps, 1 before the first; only some rules use it.</summary>
    public double Product { get; set; } = 1;

    /// <summary>Whether there is a gradient to step with.</summary>
    internal bool IsReady => Parameter.Grad is not null;

    /// <summary>The tensor in a slot.</summary>
    /// <param name="slot">Which.</param>
    /// <returns>The tensor itself, or null where none was needed yet.</returns>
    public Tensor? Peek(int slot) => _slots[slot];

    /// <summary>Puts a copy of a tensor into a slot.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="value">A tensor of the shape and type of the parameter, or null for none.</param>
    /// <exception cref="ArgumentException">Shape or type differ.</exception>
    public void Put(int slot, Tensor? value)
    {
        if (value is not null && (value.DType != Parameter.DType || !value.Shape.SequenceEqual(Parameter.Shape)))
        {
            throw new ArgumentException($"The state of a {Parameter.DType} parameter {ShapeMath.Format(Parameter.Sizes)} must be like it; got {value.DType} {ShapeMath.Format(value.Sizes)}.", nameof(value));
        }

        _slots[slot] = value?.Detach().Clone().Keep();
    }

    /// <summary>The memory of a slot, filled when it is first needed.</summary>
    internal unsafe void* Memory(int slot, double fill = 0) => (_slots[slot] ??= Tensor.FullLike(Parameter, fill).Keep()).Data;
}
