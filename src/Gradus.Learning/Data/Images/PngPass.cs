namespace Gradus.Learning.Data.Images;

/// <summary>One pass over the pixels of a PNG.</summary>
/// <param name="X">The column of its first pixel.</param>
/// <param name="Y">The row of its first pixel.</param>
/// <param name="StepX">How many columns its pixels lie apart.</param>
/// <param name="StepY">How many rows its pixels lie apart.</param>
/// <param name="Columns">The pixels of a row of the pass.</param>
/// <param name="Rows">The rows of the pass.</param>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY, int Columns, int Rows);
