using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning;

public abstract partial class Module
{
    /// <summary>The name of the type as it is printed.</summary>
    internal string Kind => GetType().Name.Split('`')[0];

    /// <summary>The multiply-adds of one pass that this module does itself, in products, convolutions and the like; its children count theirs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="output">The output.</param>
    /// <returns>How many; 0 by default.</returns>
    protected internal virtual long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output) => 0;

    /// <summary>The receptive field behind this module; for a module with children, what it adds itself.</summary>
    /// <param name="field">The field of its input; null where nothing with windows came before.</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The field of its output; that of the input by default.</returns>
    protected internal virtual ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => field;

    internal void SetMode(bool training) => Training = training;
}
