namespace Gradus.Tensors;

/// <summary>How the losses of elements or rows become the result.</summary>
public enum LossReduction
{
    /// <summary>Their mean, weighted where the loss has weights of classes.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Each by itself.</summary>
    None,
}
