using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Takes a batch of images through layers a few at a time: what one layer writes is still in the cache when the next one reads it, and less memory is needed.</summary>
internal static class ImageSlices
{
    /// <summary>Images of a slice for each thread: what layers make of so many stays in the second and third caches.</summary>
    private const int ImagesPerThread = 4;

    /// <summary>Numbers of an image from which on the work on a slice outweighs the calls.</summary>
    private const int LeastNumbers = 256;

    /// <summary>Whether a batch is worth being cut.</summary>
    internal static bool Pay(Tensor input) => input.Rank == 4 && input.Shape[0] > 2 * Images && input.ElementCount / input.Shape[0] >= LeastNumbers;

    private static int Images => ImagesPerThread * GradusThreads.Count;

    /// <summary>The layers' outputs for all slices, one after the other.</summary>
    /// <param name="input">The batch.</param>
    /// <param name="layers">Layers that take each image by itself.</param>
    internal static Tensor Run(Tensor input, Func<Tensor, Tensor> layers)
    {
        int batch = input.Shape[0], images = Images;
        Tensor part = layers(input.Narrow(0, 0, images));
        Tensor output = Tensor.Empty(part.DType, [batch, .. part.Shape[1..]]);
        output.Narrow(0, 0, images).CopyFrom(part);
        for (int first = images; first < batch; first += images)
        {
            using TensorScope scope = new();
            int count = Math.Min(images, batch - first);
            output.Narrow(0, first, count).CopyFrom(layers(input.Narrow(0, first, count)));
        }

        return output;
    }
}
