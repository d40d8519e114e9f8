using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;

namespace Gradus.Hosting.Tests.LanguageModels;

public sealed class ModelSettingsTests
{
    [Fact]
    public void Save_ThenReopened_IsKeptWithItsKey()
    {
        using Workbench bench = new();
        bench.Application.Model.Save("http://127.0.0.1:9/v1", "small", "secret", 5);

        LanguageModelOptions kept = bench.Reopen().Model.Current!;

        Assert.Equal(new LanguageModelOptions(new Uri("http://127.0.0.1:9/v1"), "small", "secret", TimeSpan.FromSeconds(5)), kept);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(bench.Folder, ModelSettings.FileName)));
        }
    }

    [Fact]
    public void Save_WithoutKey_KeepsTheOneThatIsSet()
    {
        using Workbench bench = new();
        bench.Application.Model.Save("http://127.0.0.1:9/v1", "small", "secret", null);

        bench.Application.Model.Save("http://127.0.0.1:9/v1", "large", null, null);
        Assert.Equal("secret", bench.Application.Model.Current!.Key);
        bench.Application.Model.Save("http://127.0.0.1:9/v1", "large", "", null);

        Assert.Null(bench.Application.Model.Current!.Key);
    }

    [Theory]
    [InlineData("ftp://example.org", "m", null, "The address")]
    [InlineData("", "m", null, "The address")]
    [InlineData("http://localhost/v1", "", null, "the model's name")]
    [InlineData("http://localhost/v1", "m", 0.0, "seconds")]
    public void Save_BadValue_NamesItAndChangesNothing(string address, string model, double? seconds, string named)
    {
        using Workbench bench = new();

        ArgumentException refused = Assert.Throws<ArgumentException>(() => bench.Application.Model.Save(address, model, null, seconds));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("GRADUS_", refused.Message, StringComparison.Ordinal);
        Assert.Null(bench.Application.Model.Current);
        Assert.False(File.Exists(Path.Combine(bench.Folder, ModelSettings.FileName)));
    }

    [Fact]
    public void Save_AddressThatNobodyAnswersAt_GradesAllTheSameAndSaysSo()
    {
        using Workbench bench = new();
        bench.Application.Model.Save("http://127.0.0.1:9/v1", "small", null, 2);

        AnswerRecord answer = bench.Application.Practice.Answer("question-1", "p1", default);
        bench.Application.Model.Clear();
        AnswerRecord alone = bench.Application.Practice.Answer("question-1", "p1", default);

        Assert.Contains("small", Assert.Single(answer.Verdict!.Notices), StringComparison.Ordinal);
        Assert.Empty(alone.Verdict!.Notices);
    }

    [Fact]
    public void Open_BrokenFile_IsAWarningAndNoCrash()
    {
        using Workbench bench = new();
        File.WriteAllText(Path.Combine(bench.Folder, ModelSettings.FileName), "{");

        Assert.Contains(ModelSettings.FileName, Assert.Single(bench.Application.Warnings), StringComparison.Ordinal);
        Assert.Null(bench.Application.Model.Current);
    }
}
