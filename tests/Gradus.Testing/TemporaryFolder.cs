namespace Gradus.Testing;

/// <summary>A new empty folder that is deleted with everything in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("gradus-test-").FullName;

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>The path of something in the folder.</summary>
    /// <param name="parts">Its path relative to the folder.</param>
    /// <returns>The absolute path.</returns>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Deletes the folder.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
