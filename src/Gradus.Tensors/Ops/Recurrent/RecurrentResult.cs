namespace Gradus.Tensors;

/// <summary>What a recurrent sequence gives. Gradients flow through both.</summary>
/// <param name="Output">The hidden state after each step, [time, batch, hidden], or [batch, time, hidden] for inputs with the batch first; 0 beyond the end of a row.</param>
/// <param name="Hidden">The hidden state after the last step of each row, [batch, hidden].</param>
public sealed record RecurrentResult(Tensor Output, Tensor Hidden);
