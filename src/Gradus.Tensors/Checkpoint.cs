using Gradus.Tensors.Autograd;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>Trades time for memory: a function keeps its inputs alone, and its intermediate results are computed a second time when its gradient is needed.</summary>
/// <remarks>
/// Chen, Xu, Zhang, Guestrin: Training deep nets with sublinear memory cost (2016). PyTorch's <c>torch.utils.checkpoint</c>. Gradients have the same bits as without it: the second computation draws the same random
/// numbers from the streams (<see cref="Rng"/>) that the first one drew from. Checkpoints nest, and gradients of gradients go through them.
/// Inputs, and other tensors that the function read without changing them, must stay as they were until Backward, which refuses otherwise.
/// The function runs twice, so what it changes elsewhere (running statistics) changes twice; and its memory is given back when it ends, so that tensors it leaves elsewhere need <see cref="Tensor.Keep"/>.
/// </remarks>
public static class Checkpoint
{
    /// <summary>Runs a function of one tensor.</summary>
    /// <param name="function">From the input to the result; it must compute the same when it is called again.</param>
    /// <param name="input">Its input. Parameters may be used by the function without being inputs; results of recorded operators must be inputs.</param>
    /// <returns>The result.</returns>
    public static Tensor Run(Func<Tensor, Tensor> function, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(input);
        return Run(inputs => [function(inputs[0])], input)[0];
    }

    /// <summary>Runs a function of several tensors with several results.</summary>
    /// <param name="function">From the inputs to the results; it must compute the same when it is called again.</param>
    /// <param name="inputs">Its inputs. Parameters may be used by the function without being inputs; results of recorded operators must be inputs.</param>
    /// <returns>The results.</returns>
    public static Tensor[] Run(Func<IReadOnlyList<Tensor>, Tensor[]> function, params ReadOnlySpan<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(function);
        Tensor[] given = inputs.ToArray();
        if (!NoGrad.IsRecording)
        {
            return function(given);
        }

        ThreadContext context = ThreadContext.Current;
        bool unrecorded = context.Unrecorded;
        context.Unrecorded = false;
        CheckpointedCall call = new(function, given);
        try
        {
            Tensor[] results = call.Forward();
            if (context.Unrecorded || Array.Exists(given, input => input.RequiresGrad))
            {
                new CheckpointNode(call, results).Attach(results);
            }

            return results;
        }
        finally
        {
            context.Unrecorded = unrecorded;
        }
    }
}
