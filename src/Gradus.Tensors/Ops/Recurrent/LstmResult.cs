namespace Gradus.Tensors;

/// <summary>What an LSTM sequence gives. Gradients flow through all three.</summary>
/// <param name="Output">The hidden state after each step, [time, batch, hidden], or [batch, time, hidden] for inputs with the batch first; 0 beyond the end of a row.</param>
/// <param name="Hidden">The hidden state after the last step of each row, [batch, hidden].</param>
/// <param name="Cell">The cell state after the last step of each row, [batch, hidden].</param>
public sealed record LstmResult(Tensor Output, Tensor Hidden, Tensor Cell);
