using Gradus.Tensors;

namespace Gradus.Learning.Summaries;

/// <summary>A model module by module: output shapes, parameters, multiply-adds, receptive fields and memory.</summary>
/// <remarks>
/// <para>The model is run once in evaluation mode without gradients; modes, buffers and random streams are as before afterwards, and nothing is fused.</para>
/// <para>A multiply-add is a multiplication with the addition of its product: two floating-point operations, counted as one. Counted are those of products and convolutions, recurrent steps and attention, padding
/// included; biases, activations, normalizations and poolings are not, as is usual.</para>
/// <para>Activation memory are the outputs that modules made, in bytes: what a training step keeps of the forward pass, but for what is kept inside of a module.</para>
/// </remarks>
public sealed class ModuleSummary
{
    private ModuleSummary(Module module, IReadOnlyList<ModuleSummaryRow> rows, long inputBytes)
    {
        Rows = rows;
        InputBytes = inputBytes;
        IReadOnlyList<Tensor> parameters = module.Parameters();
        TrainedParameters = parameters.Where(parameter => parameter.RequiresGrad).Sum(parameter => (long)parameter.ElementCount);
        ParameterBytes = parameters.Sum(parameter => (long)parameter.ElementCount * parameter.DType.SizeInBytes());
    }

    /// <summary>A row for each module, parents first.</summary>
    public IReadOnlyList<ModuleSummaryRow> Rows { get; }

    /// <summary>All parameters.</summary>
    public long Parameters => Rows[0].Parameters;

    /// <summary>The parameters that are not frozen.</summary>
    public long TrainedParameters { get; }

    /// <summary>All multiply-adds.</summary>
    public long MultiplyAdds => Rows[0].MultiplyAdds;

    /// <summary>The bytes of all parameters.</summary>
    public long ParameterBytes { get; }

    /// <summary>The bytes of the inputs.</summary>
    public long InputBytes { get; }

    /// <summary>The bytes of all outputs.</summary>
    public long ActivationBytes => Rows[0].ActivationBytes;

    /// <summary>Runs a layer on zeros of a shape.</summary>
    /// <param name="layer">The layer or network.</param>
    /// <param name="inputShape">The shape of the input, with the batch.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">The layer does not take such an input; the message names both shapes. For one that takes indices give them to the other method.</exception>
    public static ModuleSummary Of(Layer layer, params ReadOnlySpan<int> inputShape)
    {
        ArgumentNullException.ThrowIfNull(layer);
        DType dtype = layer.Parameters().FirstOrDefault()?.DType ?? DType.Float32;
        Tensor input = Tensor.Zeros(dtype, inputShape);
        return Of(layer, () => layer.Forward(input));
    }

    /// <summary>Runs a module of any inputs, such as <c>ModuleSummary.Of(lstm, () => lstm.Forward(sequence))</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="run">Calls it once.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="InvalidOperationException">It was not called.</exception>
    public static ModuleSummary Of(Module module, Action run)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(run);
        using SummaryWatch watch = new(module);
        using (NoGrad.Enter())
        {
            run();
        }

        return new ModuleSummary(module, watch.Rows(), watch.InputBytes);
    }

    /// <summary>The summary as a table.</summary>
    /// <returns>A line for each module, and the sums.</returns>
    public override string ToString() => SummaryTable.Print(this);
}
