namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>A cell written with differentiable operators: what its gradient is made of where that needs a gradient itself.</summary>
internal interface IComposedCell
{
    /// <summary>The values of the gates, [batch, hidden] each, from what comes from the input and what comes from the hidden state, [batch, gates · hidden] each.</summary>
    static abstract Tensor[] Gates(Tensor fromInput, Tensor fromHidden);

    /// <summary>The states after a step.</summary>
    static abstract (Tensor Hidden, Tensor? Cell) Forward(Tensor[] gates, Tensor hidden, Tensor? cell);

    /// <summary>From the gradients of the states after a step those of what came from the input, of what came from the hidden state, and of the states before, as far as it does not flow through the gates.</summary>
    static abstract (Tensor FromInput, Tensor FromHidden, Tensor Hidden, Tensor? Cell) Backward(Tensor[] gates, Tensor hidden, Tensor? cell, Tensor gradientHidden, Tensor? gradientCell);
}
