using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Named;

/// <summary>Well-known data sets from their files, ready for training. <c>gradus data get NAME</c> fetches the files.</summary>
/// <remarks>Each takes the folder in which the files of that set lie; without one it is looked for by its name (<see cref="DataFolders.FindFile"/>).</remarks>
public static partial class Datasets
{
    /// <summary>The file of a folder, or of a set's own folder where that is null, under the first of several names that is there.</summary>
    private static string Find(string? folder, string set, params ReadOnlySpan<string> names)
    {
        if (folder is null)
        {
            return DataFolders.FindFile(set, names.ToArray());
        }

        foreach (string name in names)
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"{folder} holds no {string.Join(" and no ", names.ToArray())}; name the folder of the data set, or fetch it with 'gradus data get {set}'.");
    }

    private static void Demand(bool held, string source, long offset, string field, string problem)
    {
        if (!held)
        {
            throw new DataFormatException(source, offset, field, problem);
        }
    }
}
