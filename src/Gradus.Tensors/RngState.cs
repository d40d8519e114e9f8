namespace Gradus.Tensors;

/// <summary>Where a random stream stands; enough to go on with it bit for bit.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Stream">The stream of that seed.</param>
/// <param name="Position">How many 32-bit words were drawn.</param>
public readonly record struct RngState(ulong Seed, ulong Stream, ulong Position);
