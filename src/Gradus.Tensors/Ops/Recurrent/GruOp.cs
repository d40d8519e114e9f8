using Gradus.Tensors.Kernels.Recurrent;
using Gradus.Tensors.Ops.Recurrent;

namespace Gradus.Tensors;

/// <summary>Gated recurrent units.</summary>
public static class GruOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// One layer and direction of PyTorch's <c>nn.GRU</c>. For each step r = σ(W_ir x + b_ir + W_hr h + b_hr), z = σ(W_iz x + b_iz + W_hz h + b_hz),
        /// n = tanh(W_in x + b_in + r (W_hn h + b_hn)), h′ = (1 − z) n + z h.
        /// </summary>
        /// <remarks>
        /// Cho et al.: Learning phrase representations using RNN encoder-decoder (2014), with the reset gate behind the product as in cuDNN and PyTorch. With lengths it computes what PyTorch does on
        /// a packed sequence. Outside of recording it keeps nothing of the steps but the outputs.
        /// </remarks>
        /// <param name="weightInput">W_ih, [3·hidden, features]: rows of r, z, n.</param>
        /// <param name="weightHidden">W_hh, [3·hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [3·hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [3·hidden]; none by default.</param>
        /// <param name="initialHidden">h before the first step, [batch, hidden]; 0 by default.</param>
        /// <param name="batchFirst">Whether the input is [batch, time, features] instead of [time, batch, features].</param>
        /// <param name="reverse">Whether steps are taken from the last to the first; each row then begins at its own end.</param>
        /// <param name="lengths">How many steps of each row there are, int64 or int32 [batch]; all by default. Beyond them the state stands still, outputs are 0, and inputs do not matter.</param>
        /// <returns>Outputs and last state.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit, or a length is negative or above the count of steps.</exception>
        public RecurrentResult GruSequence(
            Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null, Tensor? initialHidden = null,
            bool batchFirst = false, bool reverse = false, Tensor? lengths = null)
        {
            RecurrentArguments arguments = RecurrentArguments.Check<GruKernel>([x, weightInput, weightHidden, biasInput, biasHidden, initialHidden, null], batchFirst, reverse, lengths);
            Tensor[] results = RecurrentForward.Run<GruKernel, ComposedGru>(arguments);
            return new RecurrentResult(results[0], results[1]);
        }

        /// <summary>One step of a GRU, PyTorch's <c>nn.GRUCell</c>; see <c>GruSequence</c> for the formula.</summary>
        /// <param name="hidden">h, [batch, hidden].</param>
        /// <param name="weightInput">W_ih, [3·hidden, features]: rows of r, z, n.</param>
        /// <param name="weightHidden">W_hh, [3·hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [3·hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [3·hidden]; none by default.</param>
        /// <returns>h′ for x of shape [batch, features].</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        public Tensor GruCell(Tensor hidden, Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null)
        {
            ArgumentNullException.ThrowIfNull(hidden);
            return RecurrentArguments.OneStep(x, "GruCell").GruSequence(weightInput, weightHidden, biasInput, biasHidden, hidden).Hidden;
        }
    }
}
