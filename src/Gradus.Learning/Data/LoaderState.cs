namespace Gradus.Learning.Data;

/// <summary>Where a <see cref="DataLoader"/> stands; with it a training goes on in mid-epoch with the same bits.</summary>
/// <param name="Seed">The seed of the orders.</param>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Batch">The batch of that epoch that comes next, from 0.</param>
public readonly record struct LoaderState(ulong Seed, int Epoch, int Batch);
