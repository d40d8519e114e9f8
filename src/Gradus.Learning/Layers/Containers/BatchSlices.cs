using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Takes a batch through layers a few examples at a time: what one layer writes is still in the cache when the next one reads it, and less memory is needed.</summary>
internal static class BatchSlices
{
    /// <summary>Images of a slice for each thread: what layers make of so many stays in the second and third caches.</summary>
    private const int ImagesPerThread = 4;

    /// <summary>Numbers of an image from which on the work on a slice outweighs the calls.</summary>
    private const int LeastNumbers = 256;

    /// <summary>Rows of a matrix in a slice for each thread, enough for the products to be at their full speed.</summary>
    private const int RowsPerThread = 256;

    /// <summary>Numbers of a row up to which a slice stays in the second cache and laying out the weights anew for each slice costs little.</summary>
    private const int MostNumbers = 512;

    /// <summary>Whether a batch is worth being cut.</summary>
    internal static bool Pay(Tensor input)
    {
        if (input.Rank is not (2 or 4) || input.Shape[0] <= 2 * Examples(input))
        {
            return false;
        }

        long numbers = input.ElementCount / input.Shape[0];
        return input.Rank == 2 ? numbers <= MostNumbers : numbers >= LeastNumbers;
    }

    private static int Examples(Tensor input) => (input.Rank == 2 ? RowsPerThread : ImagesPerThread) * GradusThreads.Count;

    /// <summary>The layers' outputs for all slices, one after the other.</summary>
    /// <param name="input">The batch.</param>
    /// <param name="layers">Layers that take each example by itself.</param>
    internal static Tensor Run(Tensor input, Func<Tensor, Tensor> layers)
    {
        int batch = input.Shape[0], examples = Examples(input);
        Tensor part = layers(input.Narrow(0, 0, examples));
        Tensor output = Tensor.Empty(part.DType, [batch, .. part.Shape[1..]]);
        output.Narrow(0, 0, examples).CopyFrom(part);
        for (int first = examples; first < batch; first += examples)
        {
            using TensorScope scope = new();
            int count = Math.Min(examples, batch - first);
            output.Narrow(0, first, count).CopyFrom(layers(input.Narrow(0, first, count)));
        }

        return output;
    }
}
