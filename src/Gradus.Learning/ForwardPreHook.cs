using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Sees what a module is called with, and may give other inputs in their place.</summary>
/// <param name="module">The module that is called.</param>
/// <param name="inputs">Its inputs, most often one.</param>
/// <returns>As many inputs to go on with, or null to leave them as they are.</returns>
public delegate IReadOnlyList<Tensor>? ForwardPreHook(Module module, IReadOnlyList<Tensor> inputs);
