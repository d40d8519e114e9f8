using System.Text;

namespace Gradus.Learning.Training.Runs;

/// <summary>Appends lines to a file; each is on the disk when it has been written.</summary>
internal sealed class JsonLinesWriter : IDisposable
{
    private readonly FileStream _file;

    private JsonLinesWriter(FileStream file) => _file = file;

    public void Dispose() => _file.Dispose();

    /// <summary>Begins a new file, whose folder is made where it is missing.</summary>
    /// <exception cref="IOException">It is there already.</exception>
    internal static JsonLinesWriter Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new JsonLinesWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
    }

    /// <summary>Goes on after the whole lines of a file, or begins one; what was cut off by a kill goes away.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">The bytes of its whole lines.</param>
    internal static JsonLinesWriter Append(string path, long length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        return new JsonLinesWriter(file);
    }

    internal void Write(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
