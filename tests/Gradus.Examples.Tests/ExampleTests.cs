using Gradus.Testing;

namespace Gradus.Examples.Tests;

/// <summary>A few seconds of each example: it learns something.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    // Each digit is a tenth of the images.
    [Theory]
    [InlineData("mlp", "5000", 0.87)]
    [InlineData("cnn", "1500", 0.80)]
    public async Task Mnist_FewImages_LearnsMostDigits(string model, string rows, double atLeast)
    {
        ExampleOutput results = await ExampleProgram.RunAsync("Mnist", "mnist", output, "--model", model, "--rows", rows, "--epochs", "2");

        Assert.InRange(results["test accuracy"], atLeast, 1);
    }

    [Fact]
    public async Task BreastCancer_TenFolds_ReachesTheKnownAuroc()
    {
        ExampleOutput results = await ExampleProgram.RunAsync("BreastCancer", "breast-cancer-wdbc", output);

        Assert.InRange(results["mean AUROC"], 0.99, 1);
    }

    [Fact]
    public async Task Readmission_FewStays_RanksBetterThanChance()
    {
        ExampleOutput results = await ExampleProgram.RunAsync("Readmission", "diabetes130-readmission", output, "--rows", "20000", "--epochs", "3");

        Assert.InRange(results["test AUROC"], 0.61, 0.75);
        Assert.InRange(results["test average precision"], 1.2 * results["share of readmitted"], 1);
    }

    // 292 of 500 beats are of one kind.
    [Fact]
    public async Task Heartbeats_FewEpochs_TellsKindsApart()
    {
        ExampleOutput results = await ExampleProgram.RunAsync("Heartbeats", "ecg5000-train", output, "--epochs", "5");

        Assert.InRange(results["accuracy"], 0.85, 1);
    }

    // 4.17 is the loss of who knows nothing, 3.3 that of who knows how frequent each character is.
    [Fact]
    public async Task Shakespeare_FewSteps_LearnsMoreThanFrequenciesAndKeepsIt()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--steps", "80", "--validations", "1", "--write", "40", "--checkpoints", folder.Path];

        ExampleOutput results = await ExampleProgram.RunAsync("Shakespeare", "tinyshakespeare", output, arguments);
        ExampleOutput again = await ExampleProgram.RunAsync("Shakespeare", "tinyshakespeare", output, arguments);

        Assert.InRange(results["validation loss"], 1.5, 2.8);
        Assert.Equal(results["validation loss"], again["validation loss"]);
        Assert.Contains("epoch 1 of 1", results.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvReading_Census_FindsRowsAndTypes()
    {
        ExampleOutput results = await ExampleProgram.RunAsync("CsvReading", "adult", output, "--times", "1");

        string[] lines = results.Text.Split('\n');
        Assert.Equal("32561 rows, 15 columns", lines[0]);
        Assert.Equal(6, lines.Count(line => line.Contains(" numbers ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("c7 ", StringComparison.Ordinal) && line.Contains(" 1843 missing ", StringComparison.Ordinal));
        Assert.True(results["thousand rows a second"] > 0);
    }

    [Theory]
    [InlineData("Mnist", "mnist")]
    [InlineData("BreastCancer", "breast-cancer-wdbc")]
    [InlineData("Readmission", "diabetes130-readmission")]
    [InlineData("Heartbeats", "ecg5000-train")]
    [InlineData("Shakespeare", "tinyshakespeare")]
    [InlineData("CsvReading", "adult")]
    public async Task Run_DataNotThere_SaysHowToGetThemAndGivesTwo(string example, string data)
    {
        using TemporaryFolder home = new();

        CommandResult result = await ExampleProgram.StartAsync(example, new Dictionary<string, string?> { ["GRADUS_DATA"] = null, ["GRADUS_HOME"] = home.Path });

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.StartsWith($"The data set '{data}' is not here", result.StandardError, StringComparison.Ordinal);
        Assert.Contains($"gradus data get {data}", result.StandardError, StringComparison.Ordinal);
        Assert.Equal('\n', Assert.Single(result.StandardError, letter => letter == '\n'));
    }

    [Theory]
    [InlineData("--sed", "1", "'--sed' is no option")]
    [InlineData("--seed", "one", "--seed is 'one'")]
    [InlineData("--seed", null, "'--seed' is no option, or lacks its value")]
    public async Task Run_WrongOption_NamesItAndGivesTwo(string option, string? value, string message)
    {
        CommandResult result = await ExampleProgram.StartAsync("BreastCancer", new Dictionary<string, string?>(), value is null ? [option] : [option, value]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
        Assert.Contains("[--epochs 40]", result.StandardError, StringComparison.Ordinal);
    }
}
