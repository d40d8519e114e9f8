using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary>Opens what commands work with.</summary>
internal static class Workplace
{
    /// <summary>Opens the person's store, the bank and the grader; what went wrong without stopping it goes to standard error.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <returns>The application; dispose it.</returns>
    public static GradusApplication Open(Shell shell)
    {
        GradusApplication application = GradusApplication.Open(Options(shell));
        Tell(shell, application.Warnings);
        return application;
    }

    /// <summary>Opens the accounts of a site, the bank and the grader.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <returns>The people; dispose them.</returns>
    public static People OpenPeople(Shell shell)
    {
        People people = People.Open(Options(shell));
        Tell(shell, people.Warnings);
        return people;
    }

    /// <summary>Finds a question by its id.</summary>
    /// <param name="application">The services.</param>
    /// <param name="id">The id.</param>
    /// <returns>The question.</returns>
    /// <exception cref="UnknownIdException">There is none; the nearest ids are named.</exception>
    public static Question Find(GradusApplication application, string id) =>
        application.Bank.Find(id) ?? throw new UnknownIdException("question", id, application.Bank.Nearest(id, 3));

    /// <summary>Reads a text file that the user named.</summary>
    /// <param name="path">Its path, or <c>-</c> for standard input.</param>
    /// <param name="shell">The surroundings.</param>
    /// <returns>The text.</returns>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string ReadText(string path, Shell shell)
    {
        if (path == "-")
        {
            return shell.In.ReadToEnd();
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(error is FileNotFoundException or DirectoryNotFoundException ? $"{path}: there is no such file." : $"{path}: {error.Message}");
        }
    }

    private static GradusOptions Options(Shell shell) => new()
    {
        Home = GradusHome.Find(shell.Environment),
        BankFolder = Bank.LocateFolder(),
        Clock = shell.Clock,
        LanguageModel = LanguageModelOptions.Read(shell.Environment),
    };

    private static void Tell(Shell shell, IReadOnlyList<string> warnings)
    {
        foreach (string warning in warnings)
        {
            shell.Error.WriteLine(warning);
        }
    }
}
