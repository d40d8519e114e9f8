namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>One row of the batch at one step, as a cell sees it. All rows are <see cref="Length"/> long, <see cref="Gates"/> and <see cref="GradientGates"/> that for each gate.</summary>
internal unsafe struct CellRow<T>
    where T : unmanaged
{
    /// <summary>The count of hidden units.</summary>
    internal nint Length;

    /// <summary>Forward: what the gates begin with, and what they become; backward: what they became.</summary>
    internal T* Gates;

    /// <summary>The hidden state before the step.</summary>
    internal T* HiddenBefore;

    /// <summary>The cell state before the step.</summary>
    internal T* CellBefore;

    /// <summary>Where the hidden state after the step goes; may be where the one before is.</summary>
    internal T* Hidden;

    /// <summary>Where the cell state after the step goes; may be where the one before is.</summary>
    internal T* Cell;

    /// <summary>Where the hidden state goes once more, as the result of the step.</summary>
    internal T* Output;

    /// <summary>The gradient of <see cref="Output"/>.</summary>
    internal T* GradientOutput;

    /// <summary>In: the gradient of the hidden state after the step. Out: the part of the gradient of the one before that does not come through the gates.</summary>
    internal T* GradientHidden;

    /// <summary>In: the gradient of the cell state after the step. Out: that of the one before.</summary>
    internal T* GradientCell;

    /// <summary>Where the gradients of what the gates began with go.</summary>
    internal T* GradientGates;

    /// <summary>Where these are summed over the steps; null where nobody asks.</summary>
    internal T* GradientBias;
}
