using Gradus.Tensors.Kernels.Recurrent;
using Gradus.Tensors.Ops.Recurrent;

namespace Gradus.Tensors;

/// <summary>Long short-term memory.</summary>
public static class LstmOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// One layer and direction of PyTorch's <c>nn.LSTM</c>. With gates i, f, g, o = W_ih x + b_ih + W_hh h + b_hh, for each step: c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′).
        /// </summary>
        /// <remarks>
        /// Hochreiter and Schmidhuber: Long short-term memory (1997); the forget gate of Gers, Schmidhuber and Cummins (2000). With lengths it computes what PyTorch does on a packed sequence.
        /// Outside of recording it keeps nothing of the steps but the outputs.
        /// </remarks>
        /// <param name="weightInput">W_ih, [4·hidden, features]: rows of i, f, g, o.</param>
        /// <param name="weightHidden">W_hh, [4·hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [4·hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [4·hidden]; none by default.</param>
        /// <param name="initialHidden">h before the first step, [batch, hidden]; 0 by default.</param>
        /// <param name="initialCell">c before the first step, [batch, hidden]; 0 by default.</param>
        /// <param name="batchFirst">Whether the input is [batch, time, features] instead of [time, batch, features].</param>
        /// <param name="reverse">Whether steps are taken from the last to the first; each row then begins at its own end.</param>
        /// <param name="lengths">How many steps of each row there are, int64 or int32 [batch]; all by default. Beyond them the state stands still, outputs are 0, and inputs do not matter.</param>
        /// <returns>Outputs and last states.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit, or a length is negative or above the count of steps.</exception>
        public LstmResult LstmSequence(
            Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null, Tensor? initialHidden = null, Tensor? initialCell = null,
            bool batchFirst = false, bool reverse = false, Tensor? lengths = null)
        {
            RecurrentArguments arguments = RecurrentArguments.Check<LstmKernel>([x, weightInput, weightHidden, biasInput, biasHidden, initialHidden, initialCell], batchFirst, reverse, lengths);
            Tensor[] results = RecurrentForward.Run<LstmKernel, ComposedLstm>(arguments);
            return new LstmResult(results[0], results[1], results[2]);
        }

        /// <summary>One step of an LSTM, PyTorch's <c>nn.LSTMCell</c>; see <c>LstmSequence</c> for the formula.</summary>
        /// <param name="hidden">h, [batch, hidden].</param>
        /// <param name="cell">c, [batch, hidden].</param>
        /// <param name="weightInput">W_ih, [4·hidden, features]: rows of i, f, g, o.</param>
        /// <param name="weightHidden">W_hh, [4·hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [4·hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [4·hidden]; none by default.</param>
        /// <returns>h′ and c′ for x of shape [batch, features].</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        public (Tensor Hidden, Tensor Cell) LstmCell(Tensor hidden, Tensor cell, Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null)
        {
            ArgumentNullException.ThrowIfNull(hidden);
            ArgumentNullException.ThrowIfNull(cell);
            LstmResult result = RecurrentArguments.OneStep(x, "LstmCell").LstmSequence(weightInput, weightHidden, biasInput, biasHidden, hidden, cell);
            return (result.Hidden, result.Cell);
        }
    }
}
