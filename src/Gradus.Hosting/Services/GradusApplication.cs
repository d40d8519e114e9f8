namespace Gradus.Hosting.Services;

/// <summary>Everything that the terminal and the site work with, put together once.</summary>
public sealed class GradusApplication : IDisposable
{
    private GradusApplication() => throw new NotImplementedException();

    /// <summary>The folder that holds the person's state.</summary>
    public GradusHome Home { get; }

    /// <summary>The questions.</summary>
    public IQuestionSource Bank { get; }

    /// <summary>The grader.</summary>
    public IGrader Grader { get; }

    /// <summary>Single questions, answered and graded.</summary>
    public Practice Practice { get; }

    /// <summary>Whole interviews.</summary>
    public Interviews Interviews { get; }

    /// <summary>What comes back when.</summary>
    public Reviews Reviews { get; }

    /// <summary>What happened.</summary>
    public History History { get; }

    /// <summary>Labs, run and recorded.</summary>
    public LabBench Labs { get; }

    /// <summary>Opens the store (made or migrated when needed), loads the bank and grades answers that a crash left ungraded.</summary>
    /// <param name="options">What to put together.</param>
    /// <returns>The application.</returns>
    /// <exception cref="Store.StoreException">The database is corrupt, newer or not to be opened; it is left untouched.</exception>
    public static GradusApplication Open(GradusOptions options) => throw new NotImplementedException();

    /// <summary>Stops running labs and closes the store.</summary>
    public void Dispose() => throw new NotImplementedException();
}
