namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Rows of taps that meet the source at the same rows of the output. Its taps follow each other channel by channel.</summary>
/// <param name="FirstTap">The first tap.</param>
/// <param name="TapRow">The first row of taps.</param>
/// <param name="TapRows">How many rows of taps there are; none for the tap of the bias.</param>
/// <param name="Count">How many taps there are.</param>
/// <param name="Reach">The output's rows.</param>
internal readonly record struct TapGroup(int FirstTap, int TapRow, int TapRows, int Count, TapReach Reach);
