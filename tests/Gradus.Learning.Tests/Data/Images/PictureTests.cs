using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Images;

/// <summary>Gray against Pillow, other sizes against PyTorch's antialiased interpolation.</summary>
public sealed class PictureTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("pictures.json");

    public static TheoryData<string> Sizes => [.. Cases.Skip(1).Select(entry => entry.Name)];

    [Fact]
    public void Convert_ToGray_IsPillows() => Assert.Equal(Cases[0].Expected.Select(value => (byte)value), Cases[0].Picture().Convert(1).Samples.ToArray());

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Resize_OracleCase_IsTheRoundedValue(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);

        Picture resized = expected.Picture().Resize(expected.NewWidth, expected.NewHeight);

        Assert.Equal((expected.NewWidth, expected.NewHeight), (resized.Width, resized.Height));
        for (int place = 0; place < expected.Expected.Length; place++)
        {
            Close.To(expected.Expected[place], resized.Samples.Span[place], 0, 0.5 + 1e-6, $"sample {place}");
        }
    }

    [Fact]
    public void Convert_SixteenBitsAndOpacity_KeepsTheHigherBytesAndTheColours()
    {
        Picture deep = new(1, 1, 4, new byte[] { 10, 1, 20, 2, 30, 3, 40, 4 }, 16);

        Assert.Equal([10, 20, 30], deep.Convert(3).Samples.ToArray());
        Assert.Equal([7, 7, 7], new Picture(1, 1, 2, new byte[] { 7, 9 }).Convert(3).Samples.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => deep.Convert(2));
    }

    [Fact]
    public void ToTensor_Samples_BecomeSharesChannelByChannel()
    {
        Tensor tensor = new Picture(2, 1, 3, new byte[] { 0, 51, 102, 255, 204, 153 }).ToTensor();
        Tensor deep = new Picture(1, 1, 1, new byte[] { 0x80, 0x01 }, 16).ToTensor();

        Assert.True(tensor.Shape.SequenceEqual([3, 1, 2]));
        Assert.Equal([0f, 1, 0.2f, 0.8f, 0.4f, 0.6f], tensor.ToArray<float>());
        Assert.Equal(0x8001 / 65535f, (float)deep.Item());
    }

    [Fact]
    public void Indexer_NoSuchPixel_IsRefused()
    {
        Picture picture = new(2, 1, 1, new byte[2]);

        Assert.Throws<ArgumentOutOfRangeException>(() => picture[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture[0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture[0, 0, 1]);
    }

    private sealed record Case(string Name, int Width, int Height, int Channels, int[] Samples, int NewWidth, int NewHeight, double[] Expected)
    {
        internal Picture Picture() => new(Width, Height, Channels, Samples.Select(sample => (byte)sample).ToArray());
    }
}
