using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>The bank that is shipped with a person's own questions over it; read anew when one of them is saved.</summary>
internal sealed class BankShelf
{
    private Bank _current;

    public BankShelf(Bank shipped, string ownFolder)
    {
        Shipped = shipped;
        OwnFolder = ownFolder;
        _current = shipped.Overlaid(ownFolder);
    }

    public Bank Shipped { get; }

    public string OwnFolder { get; }

    public Bank Current => Volatile.Read(ref _current);

    public void Reload() => Volatile.Write(ref _current, Shipped.Overlaid(OwnFolder));
}
