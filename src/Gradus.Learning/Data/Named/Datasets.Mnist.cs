using Gradus.Learning.Data.Idx;
using Gradus.Learning.Data.Images;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    /// <summary>MNIST: 60,000 and 10,000 handwritten digits, gray, 28 by 28, in the split of LeCun, Cortes and Burges. Fashion-MNIST has the same form.</summary>
    /// <remarks>Pixels become 0 to 1; <c>Normalized([0.1307f], [0.3081f])</c> brings the training images to mean 0 and deviation 1. No validation part was published: set the last 10,000 training images apart.</remarks>
    /// <param name="folder">Holds train-images-idx3-ubyte, train-labels-idx1-ubyte and the same two with t10k, each plain or with .gz. Found by the name of the set when null, the default.</param>
    /// <returns>Inputs float32 [B, 1, 28, 28] and targets int64 [B], 0 to 9.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="Files.DataFormatException">A file is damaged or holds something else.</exception>
    public static DataParts<ImageDataset> Mnist(string? folder = null) => IdxParts(folder, "mnist");

    private static DataParts<ImageDataset> IdxParts(string? folder, string set) => new(IdxImages(folder, set, "train"), IdxImages(folder, set, "t10k"));

    private static ImageDataset IdxImages(string? folder, string set, string part)
    {
        string imagePath = Find(folder, set, $"{part}-images-idx3-ubyte", $"{part}-images-idx3-ubyte.gz");
        string labelPath = Find(folder, set, $"{part}-labels-idx1-ubyte", $"{part}-labels-idx1-ubyte.gz");
        IdxArray images = IdxArray.Read(imagePath);
        IdxArray labels = IdxArray.Read(labelPath);
        Demand(images is { Type: IdxType.UnsignedByte, Shape.Length: 3 }, imagePath, 2, "type", $"the file holds {images.Type} of {images.Shape.Length} dimensions; images are unsigned bytes of 3.");
        Demand(labels is { Type: IdxType.UnsignedByte, Shape.Length: 1 }, labelPath, 2, "type", $"the file holds {labels.Type} of {labels.Shape.Length} dimensions; labels are unsigned bytes of 1.");
        Demand(images.Shape[0] == labels.Shape[0], labelPath, 4, "size of dimension 0", $"the file holds {labels.Shape[0]} labels for the {images.Shape[0]} images of {imagePath}.");
        int[] classes = new int[labels.Shape[0]];
        for (int row = 0; row < classes.Length; row++)
        {
            classes[row] = labels.Elements.Span[row];
            Demand(classes[row] < 10, labelPath, 8 + row, "label", $"the label is {classes[row]}; the classes are 0 to 9.");
        }

        return new ImageDataset(images.Elements, classes, 1, images.Shape[1], images.Shape[2]);
    }
}
