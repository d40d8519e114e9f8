using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>Images in folders, one folder a class, as torchvision's ImageFolder: <c>root/cat/1.png</c>, <c>root/dog/2.png</c>. Files are read when they are taken.</summary>
/// <remarks>Give the loader <see cref="DataLoader.Prefetch"/>, or take <see cref="ReadAll"/> where the images fit into memory.</remarks>
public sealed class ImageFolder : Dataset
{
    private static readonly string[] Endings = [".png", ".ppm", ".pgm", ".pbm"];
    private readonly string[] _files;
    private readonly int[] _labels;
    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;

    /// <summary>Looks which files there are.</summary>
    /// <param name="root">The folder of the classes. Files are those that end in .png, .ppm, .pgm or .pbm, in folders below a class too.</param>
    /// <param name="channels">1 for gray, 3, the default, for red, green and blue; images are converted.</param>
    /// <param name="height">The height that images are brought to; that of the first when left out, and then all must have it.</param>
    /// <param name="width">The width that images are brought to; that of the first when left out, and then all must have it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">It holds no folder with images, or only one of the sizes is given.</exception>
    public ImageFolder(string root, int channels = 3, int? height = null, int? width = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (height is null != width is null)
        {
            throw new ArgumentException("ImageFolder got one of height and width; give both, or none.", nameof(width));
        }

        string[] folders = [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal)];
        (string File, int Label)[] found = [.. folders.SelectMany((folder, label) => Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, label)))];
        if (found.Length == 0)
        {
            throw new ArgumentException($"{root} holds no image of {string.Join(", ", Endings)} in a folder of a class; it needs root/class/image.png.", nameof(root));
        }

        Classes = [.. folders.Select(folder => Path.GetFileName(folder))];
        _files = [.. found.Select(entry => entry.File)];
        _labels = [.. found.Select(entry => entry.Label)];
        _channels = channels;
        Resizes = height is not null;
        Picture first = ReadFile(_files[0]).Convert(channels);
        (_height, _width) = (height ?? first.Height, width ?? first.Width);
    }

    /// <inheritdoc/>
    public override int Count => _files.Length;

    /// <summary>The names of the classes: those of the folders in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The files, class by class, each class in ordinal order of the names.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The class of each image.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    private bool Resizes { get; }

    /// <summary>Reads all images into memory, as bytes.</summary>
    /// <returns>A set with the same rows.</returns>
    /// <exception cref="DataFormatException">A file is no whole image, or has another size than the first.</exception>
    public ImageDataset ReadAll() => Load([.. Enumerable.Range(0, Count)]);

    /// <summary>Reads images.</summary>
    /// <param name="rows">Images, from 0, in any order; one may stand twice.</param>
    /// <returns>Inputs float32 [B, C, H, W] of 0 to 1 and targets int64 [B].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="DataFormatException">A file is no whole image, or has another size than the first.</exception>
    public override Batch Take(ReadOnlySpan<int> rows) => Load(rows).Take([.. Enumerable.Range(0, rows.Length)]);

    private static Picture ReadFile(string file) =>
        string.Equals(Path.GetExtension(file), ".png", StringComparison.OrdinalIgnoreCase) ? Png.Read(file) : Netpbm.Read(file);

    private ImageDataset Load(ReadOnlySpan<int> rows)
    {
        int plane = _height * _width;
        byte[] pixels = new byte[rows.Length * _channels * plane];
        int[] labels = new int[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            Demand(rows[place]);
            labels[place] = _labels[rows[place]];
            Picture picture = ReadOne(_files[rows[place]]);
            for (int sample = 0; sample < _channels * plane; sample++)
            {
                pixels[(((place * _channels) + (sample % _channels)) * plane) + (sample / _channels)] = picture.Samples.Span[sample];
            }
        }

        return new ImageDataset(pixels, labels, _channels, _height, _width);
    }

    private Picture ReadOne(string file)
    {
        Picture picture = ReadFile(file).Convert(_channels);
        return Resizes ? picture.Resize(_width, _height)
            : (picture.Width, picture.Height) == (_width, _height) ? picture
            : throw new DataFormatException(file, 0, "size", $"the image has {picture.Width} by {picture.Height} pixels, the first of the folder {_width} by {_height}; give ImageFolder a height and a width.");
    }
}
