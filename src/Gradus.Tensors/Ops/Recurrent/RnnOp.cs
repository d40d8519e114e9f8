using Gradus.Tensors.Kernels.Recurrent;
using Gradus.Tensors.Ops.Recurrent;

namespace Gradus.Tensors;

/// <summary>The plain recurrent network.</summary>
public static class RnnOp
{
    extension(Tensor x)
    {
        /// <summary>One layer and direction of PyTorch's <c>nn.RNN</c>: for each step h′ = tanh(W_ih x + b_ih + W_hh h + b_hh), or max(0, ·) instead of tanh.</summary>
        /// <remarks>
        /// Elman: Finding structure in time (1990). With lengths it computes what PyTorch does on a packed sequence. Outside of recording it keeps nothing of the steps but the outputs.
        /// </remarks>
        /// <param name="weightInput">W_ih, [hidden, features].</param>
        /// <param name="weightHidden">W_hh, [hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [hidden]; none by default.</param>
        /// <param name="initialHidden">h before the first step, [batch, hidden]; 0 by default.</param>
        /// <param name="relu">Whether max(0, ·) takes the place of tanh.</param>
        /// <param name="batchFirst">Whether the input is [batch, time, features] instead of [time, batch, features].</param>
        /// <param name="reverse">Whether steps are taken from the last to the first; each row then begins at its own end.</param>
        /// <param name="lengths">How many steps of each row there are, int64 or int32 [batch]; all by default. Beyond them the state stands still, outputs are 0, and inputs do not matter.</param>
        /// <returns>Outputs and last state.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit, or a length is negative or above the count of steps.</exception>
        public RecurrentResult RnnSequence(
            Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null, Tensor? initialHidden = null,
            bool relu = false, bool batchFirst = false, bool reverse = false, Tensor? lengths = null)
        {
            RecurrentArguments arguments = RecurrentArguments.Check<RnnKernel<RnnTanh>>([x, weightInput, weightHidden, biasInput, biasHidden, initialHidden, null], batchFirst, reverse, lengths);
            Tensor[] results = relu ? RecurrentForward.Run<RnnKernel<RnnRelu>, ComposedRnnRelu>(arguments) : RecurrentForward.Run<RnnKernel<RnnTanh>, ComposedRnnTanh>(arguments);
            return new RecurrentResult(results[0], results[1]);
        }

        /// <summary>One step of a plain recurrent network, PyTorch's <c>nn.RNNCell</c>; see <c>RnnSequence</c> for the formula.</summary>
        /// <param name="hidden">h, [batch, hidden].</param>
        /// <param name="weightInput">W_ih, [hidden, features].</param>
        /// <param name="weightHidden">W_hh, [hidden, hidden].</param>
        /// <param name="biasInput">b_ih, [hidden]; none by default.</param>
        /// <param name="biasHidden">b_hh, [hidden]; none by default.</param>
        /// <param name="relu">Whether max(0, ·) takes the place of tanh.</param>
        /// <returns>h′ for x of shape [batch, features].</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        public Tensor RnnCell(Tensor hidden, Tensor weightInput, Tensor weightHidden, Tensor? biasInput = null, Tensor? biasHidden = null, bool relu = false)
        {
            ArgumentNullException.ThrowIfNull(hidden);
            return RecurrentArguments.OneStep(x, "RnnCell").RnnSequence(weightInput, weightHidden, biasInput, biasHidden, hidden, relu).Hidden;
        }
    }
}
