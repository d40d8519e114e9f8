using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Sees what a module computed, and may give another output in its place.</summary>
/// <param name="module">The module that was called.</param>
/// <param name="inputs">Its inputs, most often one.</param>
/// <param name="output">Its output; of a module that returns several tensors, the first.</param>
/// <returns>The output to go on with, or null to leave it as it is.</returns>
public delegate Tensor? ForwardHook(Module module, IReadOnlyList<Tensor> inputs, Tensor output);
