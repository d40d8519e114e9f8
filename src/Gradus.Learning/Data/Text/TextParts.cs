namespace Gradus.Learning.Data.Text;

/// <summary>One long text in two parts.</summary>
/// <param name="Train">Its beginning, to learn from.</param>
/// <param name="Validation">Its end, to choose and report by.</param>
public sealed record TextParts(string Train, string Validation);
