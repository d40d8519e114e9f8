namespace Gradus.Tensors;

/// <summary>One recorded operator, or a leaf, in a <see cref="ComputationGraph"/>.</summary>
/// <param name="Id">Its place in <see cref="ComputationGraph.Nodes"/>, in the order in which they were computed.</param>
/// <param name="Operator">The operator; <c>Leaf</c> for a tensor that requires a gradient and was computed by none.</param>
/// <param name="Name">The name that was given for a leaf, such as a parameter's path; else null.</param>
/// <param name="Shape">The shape of the result; null for an operator with several results, which are nodes of their own.</param>
/// <param name="DType">The element type of the result.</param>
/// <param name="IsResult">Whether the graph was asked for with it.</param>
public sealed record GraphNode(int Id, string Operator, string? Name, IReadOnlyList<int>? Shape, DType DType, bool IsResult)
{
    /// <summary>Whether gradients end here.</summary>
    public bool IsLeaf => Operator == "Leaf";

    /// <summary>The name where there is one, else the operator.</summary>
    public string Title => Name ?? Operator;

    /// <summary>The shape as it is printed; empty where there is none.</summary>
    internal string ShapeText => Shape is null ? "" : Shapes.ShapeMath.Format([.. Shape]);
}
