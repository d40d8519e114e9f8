using Gradus.Learning.Data;
using Gradus.Learning.Data.Augmentations;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Augmentations;

public sealed class AugmentationTests
{
    public static TheoryData<string> Names => ["HorizontalFlip", "VerticalFlip", "Crop", "Affine", "Rotation", "Noise", "MixUp", "CutMix", "Compose"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_SameStream_SameBitsAndOtherStreamOthers(string name)
    {
        float[] first = Make(name).Apply(Images(6), new Rng(5)).Inputs.ToArray<float>();

        Assert.Equal(first, Make(name).Apply(Images(6), new Rng(5)).Inputs.ToArray<float>());
        Assert.NotEqual(first, Make(name).Apply(Images(6), new Rng(6)).Inputs.ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_NoImages_IsRefused(string name)
    {
        Batch wrong = new(Tensor.Zeros(DType.Float64, 2, 3), Tensor.From([0L, 1L]));

        ArgumentException error = Assert.Throws<ArgumentException>(() => Make(name).Apply(wrong, new Rng(1)));

        Assert.Contains("Float64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomHorizontalFlip_Always_ReversesEachRow()
    {
        Batch batch = new RandomHorizontalFlip(1).Apply(Counted(), new Rng(1));

        Assert.Equal([2f, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9], batch.Inputs.ToArray<float>());
        Assert.Equal(Counted().Inputs.ToArray<float>(), new RandomHorizontalFlip(0).Apply(Counted(), new Rng(1)).Inputs.ToArray<float>());
    }

    [Fact]
    public void RandomVerticalFlip_Always_ReversesTheRows() =>
        Assert.Equal([3f, 4, 5, 0, 1, 2, 9, 10, 11, 6, 7, 8], new RandomVerticalFlip(1).Apply(Counted(), new Rng(1)).Inputs.ToArray<float>());

    [Fact]
    public void RandomCrop_EveryPlace_IsAPieceOfThePaddedImage()
    {
        // One image of 1 to 6 in two rows with a border of one: a crop of 2 by 3 has 3 · 3 places.
        Batch image = new(Tensor.From([1f, 2, 3, 4, 5, 6], 1, 1, 2, 3), Tensor.From([0L]));
        float[,] padded = new float[4, 5];
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                padded[row + 1, column + 1] = 1 + (row * 3) + column;
            }
        }

        Dictionary<string, int> seen = [];
        Rng rng = new(3);
        for (int round = 0; round < 900; round++)
        {
            string crop = string.Join(' ', new RandomCrop(2, 3, padding: 1).Apply(image, rng).Inputs.ToArray<float>());
            seen[crop] = seen.GetValueOrDefault(crop) + 1;
        }

        string[] places = [.. from top in Enumerable.Range(0, 3) from left in Enumerable.Range(0, 3) select string.Join(' ', from row in Enumerable.Range(0, 2) from column in Enumerable.Range(0, 3) select padded[top + row, left + column])];
        Assert.Equal(places.Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));

        // 100 each on average; a deviation of 45 is 4.8 standard deviations.
        Assert.All(seen.Values, count => Assert.InRange(count, 55, 145));
    }

    [Fact]
    public void RandomCrop_LargerThanTheImage_SaysSo() =>
        Assert.Contains("cut 3 by 9 pixels out of 2 by 3 with a border of 2", Assert.Throws<ArgumentException>(() => new RandomCrop(3, 9, padding: 2).Apply(Counted(), new Rng(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void RandomAffine_NoMotion_KeepsTheImages() =>
        Assert.Equal(Images(3).Inputs.ToArray<float>(), new RandomAffine(0, interpolation: InterpolationMode.Bilinear).Apply(Images(3), new Rng(1)).Inputs.ToArray<float>());

    [Fact]
    public void GaussianNoise_ManyValues_HaveItsMeanAndDeviation()
    {
        Batch flat = new(Tensor.Full(2, 200, 100), Tensor.Zeros(200));

        float[] noisy = new GaussianNoise(0.5, 0.2, clip: false).Apply(flat, new Rng(8)).Inputs.ToArray<float>();
        double mean = noisy.Average(), deviation = Math.Sqrt(noisy.Average(value => (value - mean) * (value - mean)));

        Assert.Equal(2.5, mean, 0.007);
        Assert.Equal(0.2, deviation, 0.005);
        Assert.All(new GaussianNoise(0, 3).Apply(Images(4), new Rng(8)).Inputs.ToArray<float>(), value => Assert.InRange(value, 0f, 1f));
    }

    [Fact]
    public void MixUp_AnyBatch_BlendsInputsAndTargetsByTheSameWeight()
    {
        // Row i holds i everywhere and has the class i: own · i + (1 − own) · (i − 1) shows the weight that the targets must have.
        Batch batch = new(Tensor.From([0f, 0, 1, 1, 2, 2], 3, 2), Tensor.From([0L, 1L, 2L]));

        Batch mixed = new MixUp(3, 0.7).Apply(batch, new Rng(4));
        float[] inputs = mixed.Inputs.ToArray<float>(), targets = mixed.Targets.ToArray<float>();
        float own = inputs[2];

        Assert.InRange(own, 0f, 1f);
        Assert.Equal([(1 - own) * 2, (1 - own) * 2, own, own, (own * 2) + (1 - own), (own * 2) + (1 - own)], inputs, (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([own, 0, 1 - own, 1 - own, own, 0, 0, 1 - own, own], targets, (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(1)]
    [InlineData(6)]
    public void BetaDistribution_ManyDraws_HaveMeanAndVariance(double alpha)
    {
        Rng rng = new(12);

        double[] draws = [.. Enumerable.Range(0, 40_000).Select(_ => BetaDistribution.Draw(rng, alpha))];

        // Beta(a, a): mean 1/2, variance 1 / (4 (2a + 1)).
        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        Assert.Equal(0.5, draws.Average(), 0.01);
        Assert.Equal(1 / (4 * ((2 * alpha) + 1)), draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.004);
    }

    [Fact]
    public void CutMix_AnyBatch_PastesOneBoxAndCountsIt()
    {
        float[] pixels = [.. Enumerable.Range(0, 3).SelectMany(image => Enumerable.Repeat((float)image, 2 * 6 * 5))];
        for (ulong seed = 0; seed < 50; seed++)
        {
            Batch batch = new(Tensor.From(pixels, 3, 2, 6, 5), Tensor.From([0L, 1L, 2L]));

            Batch mixed = new CutMix(3).Apply(batch, new Rng(seed));
            float[] inputs = mixed.Inputs.ToArray<float>(), targets = mixed.Targets.ToArray<float>();

            for (int image = 0; image < 3; image++)
            {
                float[] mine = inputs[(image * 60)..((image + 1) * 60)];
                int before = (image + 2) % 3;
                int[] pasted = [.. Enumerable.Range(0, 30).Where(place => mine[place] == before)];
                Assert.Equal(mine[..30], mine[30..]);
                Assert.All(mine, value => Assert.True(value == image || value == before));
                Assert.Equal(pasted.Length / 30.0, targets[(image * 3) + before], 1e-6);
                Assert.Equal(1 - (pasted.Length / 30.0), targets[(image * 3) + image], 1e-6);

                // A box: as many as the rows and columns it spans.
                int rows = pasted.Select(place => place / 5).Distinct().Count(), columns = pasted.Select(place => place % 5).Distinct().Count();
                Assert.Equal(rows * columns, pasted.Length);
            }
        }
    }

    [Fact]
    public void MixUp_ClassBeyondTheLast_IsNamed() =>
        Assert.Contains("class 2 in row 1", Assert.Throws<ArgumentException>(() => new MixUp(2).Apply(new Batch(Tensor.Zeros(2, 4), Tensor.From([0L, 2L])), new Rng(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void CutMix_AfterMixUp_KeepsSharesThatSumToOne()
    {
        float[] targets = new Compose(new MixUp(4), new CutMix(4)).Apply(Images(6), new Rng(2)).Targets.ToArray<float>();

        Assert.All(targets.Chunk(4), shares => Assert.Equal(1, shares.Sum(), 1e-5));
    }

    private static Augmentation Make(string name) => name switch
    {
        "HorizontalFlip" => new RandomHorizontalFlip(),
        "VerticalFlip" => new RandomVerticalFlip(),
        "Crop" => new RandomCrop(8, padding: 2),
        "Affine" => new RandomAffine(20, 0.1, (0.8, 1.2), 10, InterpolationMode.Bilinear),
        "Rotation" => new RandomRotation(30),
        "Noise" => new GaussianNoise(),
        "MixUp" => new MixUp(4),
        "CutMix" => new CutMix(4),
        _ => new Compose(new RandomHorizontalFlip(), new RandomCrop(8, padding: 1), new GaussianNoise()),
    };

    private static Batch Images(int count) => new(Tensor.Rand(new Rng(1), count, 3, 8, 8), Tensor.From([.. Enumerable.Range(0, count).Select(row => (long)row % 4)]));

    private static Batch Counted() => new(Tensor.From([.. Enumerable.Range(0, 12).Select(value => (float)value)], 1, 2, 2, 3), Tensor.From([0L]));
}
