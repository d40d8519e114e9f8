namespace Gradus.Hosting.Data;

/// <summary>A file of a data set.</summary>
/// <param name="Name">Its name as it is after unpacking. On the disk it may be packed, with <c>.gz</c> after the name.</param>
/// <param name="Address">Where it can be had; null where no address is known.</param>
/// <param name="Bytes">Its length after unpacking.</param>
/// <param name="Sha256">The SHA-256 of its content after unpacking, in lower case; null where nobody could compute it yet.</param>
/// <param name="Md5">The MD5 of the file as the address has it, where its makers publish one; it shows damage, not deceit.</param>
public sealed record CatalogedFile(string Name, Uri? Address, long Bytes, string? Sha256 = null, string? Md5 = null)
{
    private const string Packed = ".gz";

    /// <summary>The names that it may have on the disk.</summary>
    public IReadOnlyList<string> Names => Name.EndsWith(Packed, StringComparison.Ordinal) ? [Name] : [Name, Name + Packed];

    /// <summary>The name under which it is kept when it comes from its address.</summary>
    public string DownloadName => Address is not null && Address.AbsolutePath.EndsWith(Packed, StringComparison.Ordinal) ? Names[^1] : Name;

    /// <summary>Whether a file of a name is unpacked before it is compared.</summary>
    /// <param name="name">Its name on the disk.</param>
    /// <returns>True for the name with <c>.gz</c> of a file that has none of its own.</returns>
    public bool IsPacked(string name) => name != Name;
}
