namespace Gradus.Hosting.Data;

/// <summary>A data set that can be named.</summary>
/// <param name="Id">Its name, that of its entry in the curriculum.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Rows">How many rows it has, in words.</param>
/// <param name="Licence">The licence as its makers or carriers state it.</param>
/// <param name="Files">Its files.</param>
/// <param name="Note">What else must be known; null for nothing.</param>
public sealed record CatalogedDataset(string Id, string Title, string Task, string Rows, string Licence, IReadOnlyList<CatalogedFile> Files, string? Note = null)
{
    /// <summary>The bytes of all files after unpacking.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}
