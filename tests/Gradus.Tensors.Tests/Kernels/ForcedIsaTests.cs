using Gradus.Tensors.Kernels;

namespace Gradus.Tensors.Tests.Kernels;

public sealed class ForcedIsaTests
{
    [Fact]
    public void Current_WhenForced_IsTheOneNamed()
    {
        string expected = Environment.GetEnvironmentVariable("GRADUS_EXPECT_ISA") ?? IsaTable.Names[(int)IsaTable.Choose(Environment.GetEnvironmentVariable(IsaTable.Variable))];

        Assert.Equal(expected, IsaTable.Names[(int)IsaTable.Current]);
    }
}
