namespace Gradus.Learning;

/// <summary>The base of every layer and network: a named tree of parameters with a training and an evaluation mode.</summary>
public abstract class Module
{
    /// <summary>Whether the module is in training mode, which it is when made.</summary>
    public bool Training { get; private set; } = true;

    /// <summary>Sets training mode.</summary>
    /// <param name="training">False for evaluation mode.</param>
    public void Train(bool training = true) => Training = training;

    /// <summary>Sets evaluation mode: dropout is the identity and batch normalization uses its running statistics.</summary>
    public void Eval() => Train(false);
}
