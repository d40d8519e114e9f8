namespace Gradus.Tensors.Tests;

public sealed class DTypeTests
{
    [Theory]
    [InlineData(DType.Float32, 4, true)]
    [InlineData(DType.Float64, 8, true)]
    [InlineData(DType.Int64, 8, false)]
    [InlineData(DType.Int32, 4, false)]
    [InlineData(DType.Bool, 1, false)]
    public void SizeInBytes_EachType_IsItsSize(DType dtype, int size, bool real)
    {
        Assert.Equal(size, dtype.SizeInBytes());
        Assert.Equal(real, dtype.IsFloatingPoint());
    }
}
