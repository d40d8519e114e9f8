using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>A named tensor of a module: a parameter, which is trained, or a buffer, which is kept beside them.</summary>
/// <remarks>
/// A module keeps this instead of the tensor itself, because the tensor may be another one later: <see cref="Module.To"/> changes its element type, and weight normalization computes it anew in each pass.
/// </remarks>
public sealed class ModuleTensor
{
    private readonly Module _owner;

    internal ModuleTensor(Module owner, string name, Tensor stored) => (_owner, Name, Stored) = (owner, name, stored);

    /// <summary>Its name in the module, the last part of its path.</summary>
    public string Name { get; internal set; }

    /// <summary>What is kept in state dictionaries and, for a parameter, trained. <see cref="Module.Reset"/> fills it.</summary>
    public Tensor Stored { get; internal set; }

    /// <summary>How the value is computed from what is stored, or null when it is just that.</summary>
    internal WeightRule? Rule { get; set; }

    /// <summary>What <c>Forward</c> computes with; first values are drawn when they were not yet.</summary>
    public Tensor Value
    {
        get
        {
            _owner.EnsureDrawn();
            return Rule is null ? Stored : Rule.Compute(Stored);
        }
    }
}
