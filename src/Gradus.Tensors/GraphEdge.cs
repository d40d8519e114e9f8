namespace Gradus.Tensors;

/// <summary>The result of one node is an input of another. Gradients flow the other way.</summary>
/// <param name="From">The id of the node that computed it.</param>
/// <param name="To">The id of the node that uses it.</param>
/// <param name="Input">Which input it is.</param>
public readonly record struct GraphEdge(int From, int To, int Input);
