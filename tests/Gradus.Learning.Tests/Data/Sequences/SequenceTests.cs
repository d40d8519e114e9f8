using Gradus.Learning.Data;
using Gradus.Learning.Data.Sequences;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Sequences;

public sealed class SequenceTests
{
    private static readonly Tensor[] Ragged = [Tensor.From([1L, 2L, 3L]), Tensor.From([4L]), Tensor.From([5L, 6L])];

    [Fact]
    public void Pad_Ragged_FillsTheEnds()
    {
        Tensor padded = SequencePadding.Pad(Ragged, -1);

        Assert.True(padded.Shape.SequenceEqual([3, 3]));
        Assert.Equal([1L, 2, 3, 4, -1, -1, 5, 6, -1], padded.ToArray<long>());
    }

    [Fact]
    public void Pad_Vectors_KeepsTheirAxes()
    {
        Tensor padded = SequencePadding.Pad([Tensor.From([1f, 2], 1, 2), Tensor.From([3f, 4, 5, 6], 2, 2).Transpose(0, 1)]);

        Assert.True(padded.Shape.SequenceEqual([2, 2, 2]));
        Assert.Equal([1f, 2, 0, 0, 3, 5, 4, 6], padded.ToArray<float>());
    }

    [Fact]
    public void Pad_OtherWidth_NamesTheSequence() =>
        Assert.Contains("as sequence 1", Assert.Throws<ArgumentException>(() => SequencePadding.Pad([Tensor.Zeros(1, 2), Tensor.Zeros(1, 3)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Mask_Lengths_IsTrueBeforeThem()
    {
        Assert.Equal([true, true, false, false, false, false, true, true, true], SequencePadding.Mask(Tensor.From([2L, 0L, 3L]), 3).ToArray<bool>());
        Assert.Throws<ArgumentException>(() => SequencePadding.Mask(Tensor.From([4L]), 3));
    }

    [Fact]
    public void Take_Classes_PadsToTheLongestOfTheBatch()
    {
        SequenceDataset rows = new(Ragged, Tensor.From([7L, 8L, 9L]), paddingValue: 0);

        Batch batch = rows.Take([2, 1]);

        Assert.Equal([5L, 6, 4, 0], batch.Inputs.ToArray<long>());
        Assert.Equal([2L, 1], batch.Lengths!.ToArray<long>());
        Assert.Equal([9L, 8], batch.Targets.ToArray<long>());
        Assert.Null(batch.TargetLengths);
        Assert.Equal([3, 1, 2], rows.Lengths);
    }

    [Fact]
    public void Take_SequenceTargets_ArePaddedWithWhatLossesIgnore()
    {
        SequenceDataset rows = new(Ragged, [Tensor.From([1L]), Tensor.From([2L, 3L]), Tensor.From([4L])]);

        Batch batch = rows.Take([0, 1]);

        Assert.Equal([1L, -100, 2, 3], batch.Targets.ToArray<long>());
        Assert.Equal([1L, 2], batch.TargetLengths!.ToArray<long>());
    }

    [Fact]
    public void Constructor_OtherCount_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SequenceDataset(Ragged, Tensor.From([1L, 2L])));
        Assert.Throws<ArgumentException>(() => new SequenceDataset(Ragged, [Tensor.From([1L])]));
    }

    [Fact]
    public void TokenWindows_EveryRow_IsFollowedByItsTargets()
    {
        TokenWindows windows = new([10, 11, 12, 13, 14, 15, 16], 3, stride: 2);

        Batch all = windows.ToTensors().Take([0, 1]);

        Assert.Equal(2, windows.Count);
        Assert.Equal([10L, 11, 12, 12, 13, 14], all.Inputs.ToArray<long>());
        Assert.Equal([11L, 12, 13, 13, 14, 15], all.Targets.ToArray<long>());
        Assert.Equal(4, new TokenWindows([1, 2, 3, 4, 5], 1).Count);
        Assert.Throws<ArgumentException>(() => new TokenWindows([1, 2, 3], 3));
    }
}
