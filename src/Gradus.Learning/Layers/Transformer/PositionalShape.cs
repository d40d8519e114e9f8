using System.Numerics;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Where time lies in the input of a positional encoding.</summary>
internal static class PositionalShape
{
    /// <summary>How many steps an input has.</summary>
    internal static int Time(Module module, Tensor input, int width, bool batchFirst, int most = int.MaxValue)
    {
        string order = batchFirst ? "batch, time" : "time, batch";
        int time = input.Rank is 2 or 3 && input.Shape[^1] == width ? input.Shape[batchFirst && input.Rank == 3 ? 1 : 0] : -1;
        return time >= 0 && time <= most
            ? time
            : throw new ArgumentException(
                $"{module.GetType().Name}({width}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [{order}, {width}] or [time, {width}]{(most < int.MaxValue ? $", of at most {most} steps" : "")}.", nameof(input));
    }

    /// <summary>The first rows of a table [length, width], so that they broadcast over the batch.</summary>
    internal static Tensor Lay(Tensor table, int time, int rank, bool batchFirst)
    {
        Tensor rows = table.Shape[0] == time ? table : table.Narrow(0, 0, time);
        return rank == 3 && !batchFirst ? rows.Unsqueeze(1) : rows;
    }

    /// <summary>For how many steps a table is made when so many are needed, so that a text that grows by one makes a new one seldom.</summary>
    internal static int Roomy(int time) => (int)Math.Min(int.MaxValue, BitOperations.RoundUpToPowerOf2((uint)Math.Max(time, 64)));
}
