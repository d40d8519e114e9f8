using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Tests.Kernels.Products;

public sealed unsafe class GemmBatchTests
{
    [Fact]
    public void At_SeveralDimensions_StepsThroughAllOfThem()
    {
        GemmBatch<float> batch = new(new GemmCall<float> { M = 2, N = 3, K = 4 });
        batch.Add(2, 100, 0, 1000);
        batch.Add(3, 7, 20, 60);

        Assert.Equal(6, batch.Count);
        GemmCall<float> last = batch.At(5);
        Assert.Equal(100 + 14, last.A - (float*)null);
        Assert.Equal(40, last.B - (float*)null);
        Assert.Equal(1000 + 120, last.C - (float*)null);
    }

    [Fact]
    public void Add_DimensionsThatLieAsOne_MakeOne()
    {
        GemmBatch<float> batch = new(new GemmCall<float> { M = 2, N = 3, K = 4, RowA = 4, RowC = 3 });
        batch.Add(5, 24, 0, 18);
        batch.Add(3, 8, 0, 6);

        batch.Merge();

        Assert.Equal(1, batch.Count);
        Assert.Equal(30, batch.First.M);
    }

    [Fact]
    public void Merge_RowsThatDoNotFollow_KeepsTheProducts()
    {
        GemmBatch<float> batch = new(new GemmCall<float> { M = 2, N = 3, K = 4, RowA = 4, RowC = 3 });
        batch.Add(3, 9, 0, 6);

        batch.Merge();

        Assert.Equal(3, batch.Count);
        Assert.Equal(2, batch.First.M);
    }

    [Fact]
    public void Add_OneThatIsEmpty_LeavesNothing()
    {
        GemmBatch<float> batch = new(new GemmCall<float> { M = 2, N = 3, K = 4, RowA = 4, RowC = 3 });
        batch.Add(0, 8, 12, 6);

        Assert.Equal(0, batch.Count);
    }
}
