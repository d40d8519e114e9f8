using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Images;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    /// <summary>The names of the classes of <see cref="FashionMnist"/>.</summary>
    public static IReadOnlyList<string> FashionClasses { get; } = ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>The names of the classes of <see cref="Cifar10Subset"/>.</summary>
    public static IReadOnlyList<string> CifarClasses { get; } = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>Fashion-MNIST: 60,000 and 10,000 images of clothes, gray, 28 by 28, in the split of Xiao, Rasul and Vollgraf (2017), in the files of MNIST.</summary>
    /// <param name="folder">Holds the same four files as <see cref="Mnist"/>. Found by the name of the set when null, the default.</param>
    /// <returns>Inputs float32 [B, 1, 28, 28] and targets int64 [B], numbered as <see cref="FashionClasses"/>.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="DataFormatException">A file is damaged or holds something else.</exception>
    public static DataParts<ImageDataset> FashionMnist(string? folder = null) => IdxParts(folder, "fashion-mnist");

    /// <summary>Optical digits of UCI: 3,823 and 1,797 images of 8 by 8 pixels with 17 shades, in the split by writer of Alpaydin and Kaynak (1998).</summary>
    /// <param name="folder">Holds optdigits.tra and optdigits.tes. Found by the name of the set when null, the default.</param>
    /// <returns>Inputs float32 [B, 1, 8, 8], 0 to 1, and targets int64 [B], 0 to 9.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="CsvException">A file holds something else.</exception>
    public static DataParts<ImageDataset> OptDigits(string? folder = null) => new(Digits(Find(folder, "optdigits", "optdigits.tra")), Digits(Find(folder, "optdigits", "optdigits.tes")));

    /// <summary>A small part of CIFAR-10: 2,000 and 1,000 colour images of 32 by 32 pixels, as many of each class. They went through JPEG; figures of the whole set do not apply.</summary>
    /// <param name="folder">Holds train.bin and test.bin in CIFAR's records of 3,073 bytes, each plain or with .gz. Found by the name of the set when null, the default.</param>
    /// <returns>Inputs float32 [B, 3, 32, 32], 0 to 1, and targets int64 [B], numbered as <see cref="CifarClasses"/>.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="DataFormatException">A file is damaged or holds something else.</exception>
    public static DataParts<ImageDataset> Cifar10Subset(string? folder = null) =>
        new(Cifar(Find(folder, "cifar10-subset", "train.bin", "train.bin.gz")), Cifar(Find(folder, "cifar10-subset", "test.bin", "test.bin.gz")));

    private static ImageDataset Digits(string path)
    {
        CsvTable table = CsvTable.Read(path, new CsvOptions { HasHeader = false, Delimiter = '\t' });
        int[][] columns = [.. table.Columns.Select(column => column.Integers())];
        Demand(columns.Length == 65, path, 0, "columns", $"the file has {columns.Length} columns; it needs 64 pixels and the digit, separated by tabs.");
        byte[] pixels = new byte[64 * table.RowCount];
        for (int place = 0; place < pixels.Length; place++)
        {
            int value = columns[place % 64][place / 64];
            Demand(value is >= 0 and <= 16, path, 0, $"line {table.LineOf(place / 64)}", $"a pixel is {value}; they are 0 to 16.");
            pixels[place] = (byte)value;
        }

        // (b / 255) / (16 / 255) = b / 16.
        return new ImageDataset(pixels, columns[64], 1, 8, 8).Normalized([0], [16 / 255f]);
    }

    private static ImageDataset Cifar(string path)
    {
        const int Pixels = 3 * 32 * 32;
        byte[] bytes = DataFile.ReadAll(path);
        Demand(bytes.Length > 0 && bytes.Length % (Pixels + 1) == 0, path, bytes.Length, "records", $"the file has {bytes.Length} bytes; it needs a whole number of records of {Pixels + 1}.");
        int count = bytes.Length / (Pixels + 1);
        (byte[] pixels, int[] labels) = (new byte[count * Pixels], new int[count]);
        for (int row = 0; row < count; row++)
        {
            int from = row * (Pixels + 1);
            labels[row] = bytes[from];
            Demand(labels[row] < 10, path, from, "label", $"the label is {labels[row]}; the classes are 0 to 9.");
            bytes.AsSpan(from + 1, Pixels).CopyTo(pixels.AsSpan(row * Pixels));
        }

        return new ImageDataset(pixels, labels, 3, 32, 32);
    }
}
