namespace Gradus.Testing;

/// <summary>Runs one test of the running test program again, in a process of its own with other environment variables, and takes back what it reports.</summary>
/// <remarks>For what a process decides once: the instruction set, the compiler's modes. The test calls <see cref="Report"/>, which does nothing when it runs as part of the suite.</remarks>
public static class ChildTest
{
    private const string Variable = "GRADUS_TEST_REPORT";

    /// <summary>Hands a value to the process that started this test, if one did.</summary>
    /// <param name="text">The value.</param>
    public static void Report(string text)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            File.AppendAllText(path, text);
        }
    }

    /// <summary>Runs a test in a process of its own.</summary>
    /// <param name="testClass">The class of the test.</param>
    /// <param name="method">The name of the test method, without parameters.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <returns>What the test reported.</returns>
    /// <exception cref="InvalidOperationException">The test failed, was not found, or reported nothing.</exception>
    public static async Task<string> RunAsync(Type testClass, string method, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(testClass);
        ArgumentNullException.ThrowIfNull(environment);
        using TemporaryFolder folder = new();
        string report = folder.Combine("report.txt");
        Dictionary<string, string?> variables = new(environment) { [Variable] = report };
        CommandResult result = await Command.RunAsync(
            Environment.ProcessPath!, ["--filter-method", $"{testClass.FullName}.{method}", "--no-progress", "--no-ansi"], AppContext.BaseDirectory, environment: variables, cancellationToken: cancellationToken);
        return result.ExitCode == 0 && File.Exists(report)
            ? await File.ReadAllTextAsync(report, cancellationToken)
            : throw new InvalidOperationException($"{testClass.Name}.{method} ended with {result.ExitCode} in a process of its own{(File.Exists(report) ? "" : " and reported nothing")}: {result.Output}");
    }
}
