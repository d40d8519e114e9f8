using Gradus.Tensors.Kernels;
using Gradus.Testing;

namespace Gradus.Tensors.Tests.Kernels;

public sealed class ForcedIsaTests
{
    [Fact]
    public void Current_WhenForced_IsTheOneNamed()
    {
        string expected = Environment.GetEnvironmentVariable("GRADUS_EXPECT_ISA") ?? IsaTable.Names[(int)IsaTable.Choose(Environment.GetEnvironmentVariable(IsaTable.Variable))];

        Assert.Equal(expected, IsaTable.Names[(int)IsaTable.Current]);
    }

    /// <summary>A user of the library alone sees the reason itself, on every thread and each time, not the failure of some type's initialiser.</summary>
    [Fact]
    public async Task FirstOperator_UnderANameThatIsNone_SaysWhichThereAre()
    {
        string report = await ChildTest.RunAsync(
            typeof(ForcedIsaTests), nameof(FirstOperator_InAProcessOfItsOwn_ReportsWhatItThrows), new Dictionary<string, string?> { [IsaTable.Variable] = "mmx" }, TestContext.Current.CancellationToken);

        const string Reason = "InvalidDataException: GRADUS_FORCE_ISA is 'mmx'; it must be one of avx512, avx2, vector128, scalar, or not set.\n";
        Assert.Equal(string.Concat(Enumerable.Repeat(Reason, 3)), report);
    }

    [Fact]
    public void FirstOperator_InAProcessOfItsOwn_ReportsWhatItThrows()
    {
        static void Try()
        {
            if (Record.Exception(() => Tensor.Ones(2).Exp()) is { } error)
            {
                ChildTest.Report($"{error.GetType().Name}: {error.Message}\n");
            }
        }

        Try();
        Try();
        Thread other = new(Try);
        other.Start();
        other.Join();
        Assert.Equal(Environment.GetEnvironmentVariable(IsaTable.Variable) == "mmx", Record.Exception(() => Tensor.Ones(2)) is InvalidDataException);
    }
}
