using System.Text;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>Weights and data that oracles/models.py and the tests compute alike, so that no fixture has to hold them.</summary>
internal static class HashFill
{
    /// <summary>Numbers in [−1, 1) that depend on the name and the place alone, in float64.</summary>
    internal static Tensor Real(string name, params ReadOnlySpan<int> shape) => Tensor.From(Numbers(name, Count(shape)), shape);

    /// <summary>Whole numbers from 0 up to but without a bound.</summary>
    internal static Tensor Whole(string name, int below, params ReadOnlySpan<int> shape) => Tensor.From([.. Numbers(name, Count(shape)).Select(u => (long)((u + 1) / 2 * below))], shape);

    /// <summary>First values of a parameter: matrices and filters uniform in ±1/√(numbers a row); gains 1 ± 0.1, biases ± 0.1.</summary>
    internal static Tensor Weight(string name, ReadOnlySpan<int> shape)
    {
        double[] numbers = Numbers(name, Count(shape));
        double scale = shape.Length > 1 ? 1 / Math.Sqrt(Count(shape[1..])) : 0.1, middle = shape.Length == 1 && name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
        return Tensor.From([.. numbers.Select(u => middle + (u * scale))], shape);
    }

    private static double[] Numbers(string name, int count)
    {
        uint start = Encoding.UTF8.GetBytes(name).Aggregate(0x811C9DC5, (hash, letter) => (hash ^ letter) * 0x01000193);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            uint x = ((uint)i * 0x9E3779B9) + start;
            x = (x ^ (x >> 16)) * 0x7FEB352D;
            x = (x ^ (x >> 15)) * 0x846CA68B;
            numbers[i] = ((x ^ (x >> 16)) >> 8) / 8388608.0 - 1;
        }

        return numbers;
    }

    private static int Count(ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int size in shape)
        {
            count *= size;
        }

        return count;
    }
}
