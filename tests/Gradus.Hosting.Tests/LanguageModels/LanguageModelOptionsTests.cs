using Gradus.Hosting.LanguageModels;

namespace Gradus.Hosting.Tests.LanguageModels;

public sealed class LanguageModelOptionsTests
{
    [Fact]
    public void Read_NoAddress_IsNone() => Assert.Null(LanguageModelOptions.Read(_ => null));

    [Fact]
    public void Read_AllVariables_AreKept() =>
        Assert.Equal(
            new LanguageModelOptions(new Uri("http://localhost:11434/v1"), "llama", "key", TimeSpan.FromSeconds(5)),
            Read(("GRADUS_MODEL_URL", "http://localhost:11434/v1"), ("GRADUS_MODEL", "llama"), ("GRADUS_MODEL_KEY", "key"), ("GRADUS_MODEL_TIMEOUT", "5")));

    [Theory]
    [InlineData("localhost", "llama", null, "GRADUS_MODEL_URL is 'localhost'")]
    [InlineData("file:///etc", "llama", null, "GRADUS_MODEL_URL")]
    [InlineData("http://localhost", null, null, "GRADUS_MODEL is not")]
    [InlineData("http://localhost", "llama", "soon", "GRADUS_MODEL_TIMEOUT is 'soon'")]
    [InlineData("http://localhost", "llama", "0", "GRADUS_MODEL_TIMEOUT is '0'")]
    public void Read_BadVariable_IsNamed(string address, string? model, string? timeout, string named) =>
        Assert.Contains(named, Assert.Throws<InvalidDataException>(() => Read(("GRADUS_MODEL_URL", address), ("GRADUS_MODEL", model), ("GRADUS_MODEL_TIMEOUT", timeout))).Message, StringComparison.Ordinal);

    private static LanguageModelOptions? Read(params (string Name, string? Value)[] variables) => LanguageModelOptions.Read(name => variables.FirstOrDefault(item => item.Name == name).Value);
}
