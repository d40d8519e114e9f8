namespace Gradus.Learning.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Eval_AfterConstruction_LeavesTrainingMode()
    {
        Empty module = new();
        Assert.True(module.Training);

        module.Eval();

        Assert.False(module.Training);
    }

    private sealed class Empty : Module;
}
