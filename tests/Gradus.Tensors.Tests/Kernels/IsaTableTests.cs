using Gradus.Tensors.Kernels;
using Gradus.Testing;

namespace Gradus.Tensors.Tests.Kernels;

public sealed class IsaTableTests
{
    public static TheoryData<string> Names => SupportedIsas.Names;

    [Fact]
    public void Choose_UnknownName_ListsTheNames()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => IsaTable.Choose("mmx"));

        Assert.Contains("avx512, avx2, vector128, scalar", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The operators' suite runs once for each instruction set, in a process that is told to use it and checks that it does.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Suite_ForcedToAnInstructionSet_Passes(string name)
    {
        Dictionary<string, string?> environment = new() { [IsaTable.Variable] = name, ["GRADUS_EXPECT_ISA"] = name };
        string[] arguments = ["--filter-class", "Gradus.Tensors.Tests.Ops.OpTableTests", "--filter-class", "Gradus.Tensors.Tests.Kernels.ForcedIsaTests"];

        CommandResult result = await Command.RunAsync(Environment.ProcessPath!, arguments, AppContext.BaseDirectory, environment: environment, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.Output);
    }
}
