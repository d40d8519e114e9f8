namespace Gradus.Tensors.Tests.Ops.InPlace;

/// <summary>A copy onto memory that is still to be read is what it would be if the source had been copied first.</summary>
public sealed class OverlappingCopyTests
{
    [Fact]
    public void Set_ShiftedByOne_KeepsEveryElement()
    {
        Tensor x = Tensor.From([0f, 1, 2, 3, 4, 5]);

        x[1..] = x[..^1];

        Assert.Equal([0f, 0, 1, 2, 3, 4], x.ToArray<float>());
    }

    [Fact]
    public void Set_RowsShiftedBack_KeepsEveryRow()
    {
        Tensor x = Tensor.From([0f, 1, 2, 3, 4, 5], [3, 2]);

        x[1..] = x[..^1];

        Assert.Equal([0f, 1, 0, 1, 2, 3], x.ToArray<float>());
    }

    [Fact]
    public void CopyFrom_ItsOwnTranspose_IsTheTranspose()
    {
        Tensor x = Tensor.Arange(0, 9, 1).Reshape([3, 3]);

        x.CopyFrom(x.T());

        Assert.Equal([0f, 3, 6, 1, 4, 7, 2, 5, 8], x.ToArray<float>());
    }

    [Fact]
    public void CopyFrom_Itself_ChangesNothing()
    {
        Tensor x = Tensor.From([1f, 2, 3]);

        x.CopyFrom(x);

        Assert.Equal([1f, 2, 3], x.ToArray<float>());
    }

    [Fact]
    public void InPlace_SourceThatRequiresAGradient_IsRefusedWhileRecording()
    {
        Tensor w = Tensor.From([2f]), buffer = Tensor.Zeros([3]);
        w.RequiresGrad = true;

        Assert.Contains("Detach()", Assert.Throws<InvalidOperationException>(() => buffer[0..1] = w).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => buffer.CopyFrom(w));
        Assert.Throws<InvalidOperationException>(() => buffer.AddInPlace(w));
        Assert.Throws<InvalidOperationException>(() => buffer.MultiplyInPlace(w * 2));
        Assert.Equal([0f, 0, 0], buffer.ToArray<float>());
        buffer.AddInPlace(w.Detach());
        using (NoGrad.Enter())
        {
            buffer[0..1] = w;
        }

        Assert.Equal([2f, 2, 2], buffer.ToArray<float>());
    }

    [Fact]
    public void AddInPlace_WholeNumbersTimesAWholeNumber_StayWhole()
    {
        Tensor x = Tensor.From([3L]);

        x.AddInPlace(Tensor.From([1L]), 2).SubtractInPlace(Tensor.From([4L]), 3);

        Assert.Equal([-7L], x.ToArray<long>());
        Assert.Equal([5L, 3], Tensor.From([3L, 3]).IndexAdd(0, Tensor.From([0L]), Tensor.From([1L]), 2).ToArray<long>());
    }
}
