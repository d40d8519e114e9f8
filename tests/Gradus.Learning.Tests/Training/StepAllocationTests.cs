namespace Gradus.Learning.Tests.Training;

public sealed class StepAllocationTests
{
    /// <summary>What docs/decisions/0003-tensor-memory.md accounts for, object by object.</summary>
    private const long Budget = 2300;

    [Fact]
    public void Step_Steady_AllocatesOnlyTensorsAndNodes()
    {
        SmallStep step = new();
        for (int i = 0; i < 200; i++)
        {
            step.Run(scoped: true);
        }

        const int Steps = 1000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Steps; i++)
        {
            step.Run(scoped: true);
        }

        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Steps;

        Assert.InRange(each, 1, Budget);
    }
}
