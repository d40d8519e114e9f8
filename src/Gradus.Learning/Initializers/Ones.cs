namespace Gradus.Learning.Initializers;

/// <summary>All ones: right for the scale of a normalization. PyTorch's <c>init.ones_</c>.</summary>
public sealed record Ones() : Constant(1);
