using Gradus.Tensors;

namespace Gradus.Learning.Training.Checkpoints;

/// <summary>Named tensors and texts in one file: all that a training needs to go on, or a model's weights alone.</summary>
/// <remarks>
/// <para>State dictionaries go in as parts: the tensor <c>0.weight</c> of part <c>models.net</c> is called <c>models.net.0.weight</c>.</para>
/// <para>The form, version 1, all numbers little-endian. Header, 32 bytes: <c>GRADUSCP</c>, u32 version, u32 count of entries, u64 length of the file, u32 zero, u32 checksum of the 28 bytes before.
/// Entry: u16 length of the name, u8 kind (0 tensor, 1 text), u8 element type (in the order of <see cref="DType"/>; 0 for text), u8 rank, 3 zero bytes, u64 length of the data, i32 sizes, the name in UTF-8,
/// u32 checksum of the entry so far; the data (elements in the order of their indices, or UTF-8); u32 checksum of the data. Entries stand in the order of their names. Checksums are CRC-32C.</para>
/// <para><see cref="Write"/> writes beside the file, flushes to the disk and renames: whoever reads finds the old file or the new one, whole, whenever the process or the machine stops.</para>
/// </remarks>
public sealed class CheckpointFile
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>The texts by name.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Reads a file. Every length is checked against what is there before memory is taken.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="Data.Files.DataFormatException">It is no checkpoint, or damaged; the message names the file, the byte and the field.</exception>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    public static CheckpointFile Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new CheckpointReader(file, path).Read();
    }

    /// <summary>Adds a state dictionary.</summary>
    /// <param name="part">Its name, which comes before the keys.</param>
    /// <param name="state">The state; its tensors are kept, not copied.</param>
    /// <exception cref="ArgumentException">There is such an entry already, or a name is empty or has more than 1024 bytes.</exception>
    public void Add(string part, IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach ((string key, Tensor value) in state)
        {
            Add($"{part}.{key}", value);
        }
    }

    /// <summary>Adds a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tensor">The tensor, which is kept, not copied.</param>
    /// <exception cref="ArgumentException">There is such an entry already, or the name is empty or has more than 1024 bytes.</exception>
    public void Add(string name, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        DemandFree(name);
        _tensors.Add(name, tensor.Detach().Contiguous().Keep());
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">There is such an entry already, or the name is empty or has more than 1024 bytes.</exception>
    public void Add(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        DemandFree(name);
        _texts.Add(name, text);
    }

    /// <summary>A state dictionary that was added under a name.</summary>
    /// <param name="part">The name.</param>
    /// <returns>Its tensors by key; empty where there is no such part.</returns>
    public IReadOnlyDictionary<string, Tensor> Part(string part)
    {
        string before = $"{part}.";
        return _tensors.Where(entry => entry.Key.StartsWith(before, StringComparison.Ordinal)).ToDictionary(entry => entry.Key[before.Length..], entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>Writes the file, in place of one that is there. A file of the same name with <c>.tmp</c> after it is made on the way.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <exception cref="IOException">It cannot be written; a file that was there is as it was.</exception>
    public void Write(string path)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = $"{full}.tmp";
        FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            using (file)
            {
                CheckpointWriter.Write(this, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk shall not stay full of half a file.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Adds a text that was read.</summary>
    internal void Add(string name, string text, long offset)
    {
        Add(name, text);
        _offsets.Add(name, offset);
    }

    /// <summary>Where the data of a text lie in the file that it was read from; 0 where it was not read.</summary>
    internal long OffsetOf(string name) => _offsets.GetValueOrDefault(name);

    private void DemandFree(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (System.Text.Encoding.UTF8.GetByteCount(name) > CheckpointForm.LongestName)
        {
            throw new ArgumentException($"A checkpoint cannot name an entry '{name[..40]}...': a name has at most {CheckpointForm.LongestName} bytes.", nameof(name));
        }

        if (_tensors.ContainsKey(name) || _texts.ContainsKey(name))
        {
            throw new ArgumentException($"The checkpoint holds '{name}' already.", nameof(name));
        }
    }
}
