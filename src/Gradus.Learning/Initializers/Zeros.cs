namespace Gradus.Learning.Initializers;

/// <summary>All zeros: right for a bias, ruinous for the weights of a hidden layer, whose units then stay alike (lab zero-initialization).</summary>
public sealed record Zeros() : Constant(0);
