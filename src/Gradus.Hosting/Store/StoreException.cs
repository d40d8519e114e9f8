namespace Gradus.Hosting.Store;

/// <summary>The store cannot be used as it is; the file was left untouched.</summary>
/// <param name="path">The database file.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="wayOut">What the person can do.</param>
/// <param name="cause">What the database engine said, or null.</param>
public sealed class StoreException(string path, string problem, string wayOut, Exception? cause = null) : Exception($"{path}: {problem} {wayOut}", cause)
{
    /// <summary>The database file.</summary>
    public string Path => path;

    /// <summary>What is wrong with it.</summary>
    public string Problem => problem;

    /// <summary>What the person can do.</summary>
    public string WayOut => wayOut;
}
