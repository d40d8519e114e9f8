using Gradus.Learning.Data;
using Gradus.Learning.Data.Clinical;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Data.Leakage;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Data.Sequences;
using Gradus.Learning.Data.Tables;
using Gradus.Learning.Data.Text;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Named;

/// <summary>Every named set that is on the machine: the rows, classes and missing values that its makers tell.</summary>
public sealed class DatasetsTests
{
    private static readonly Dictionary<string, (string Folder, Func<string, TabularDataset> Load)> Tables = new()
    {
        ["wdbc"] = ("breast-cancer-wdbc", Datasets.BreastCancerWdbc),
        ["original"] = ("breast-cancer-original", Datasets.BreastCancerOriginal),
        ["heart"] = ("heart-cleveland", Datasets.HeartCleveland),
        ["pima"] = ("pima-diabetes", Datasets.PimaDiabetes),
        ["framingham"] = ("framingham-chd", Datasets.FraminghamChd),
        ["mammography"] = ("mammography", Datasets.Mammography),
        ["adult"] = ("adult", Datasets.Adult),
        ["titanic"] = ("titanic", Datasets.Titanic),
        ["iris"] = ("iris", Datasets.Iris),
        ["wine"] = ("wine", Datasets.Wine),
        ["sonar"] = ("sonar", Datasets.Sonar),
        ["ionosphere"] = ("ionosphere", Datasets.Ionosphere),
    };

    [Theory]
    [InlineData("wdbc", 569, 30, 0, new[] { 357, 212 })]
    [InlineData("original", 699, 9, 16, new[] { 458, 241 })]
    [InlineData("heart", 303, 13, 6, new[] { 164, 139 })]
    [InlineData("pima", 768, 8, 652, new[] { 500, 268 })]
    [InlineData("framingham", 4240, 15, 645, new[] { 3596, 644 })]
    [InlineData("mammography", 11183, 6, 0, new[] { 10923, 260 })]
    [InlineData("adult", 48842, 13, 6465, new[] { 37155, 11687 })]
    [InlineData("titanic", 1309, 7, 266, new[] { 809, 500 })]
    [InlineData("iris", 150, 4, 0, new[] { 50, 50, 50 })]
    [InlineData("wine", 178, 13, 0, new[] { 59, 71, 48 })]
    [InlineData("sonar", 208, 60, 0, new[] { 111, 97 })]
    [InlineData("ionosphere", 351, 34, 0, new[] { 126, 225 })]
    public void Table_OfTheFolder_HasItsRowsAndClassesAndIsReadyForTraining(string name, int rows, int columns, int missing, int[] classes)
    {
        (string folder, Func<string, TabularDataset> load) = Tables[name];
        TabularDataset set = load(RealData.Folder(folder));

        Assert.Equal((rows, columns), (set.Count, set.Features.Columns.Count));
        Assert.Equal(missing, set.Features.Columns.Sum(column => column.MissingCount));
        Assert.Equal(classes, Enumerable.Range(0, set.Classes.Count).Select(label => set.Labels.Count(each => each == label)));

        DataSplit split = set.Split(seed: 1);
        DataParts<TensorDataset> parts = set.Prepare(split);
        Assert.Equal(Enumerable.Range(0, rows), split.Train.Concat(split.Validation).Concat(split.Test).Order());
        Assert.Equal((split.Train.Length, split.Test.Length, split.Validation.Length), (parts.Train.Count, parts.Test.Count, parts.Validation!.Count));
        Assert.True(parts.Train.Inputs.Shape[1] >= columns);
        Assert.True(Array.TrueForAll(parts.Train.Inputs.ToArray<float>(), float.IsFinite));
        Assert.Empty(LeakageCheck.Target(set.Features, set.Labels));
    }

    [Fact]
    public void Adult_Split_KeepsTheOfficialTestPart()
    {
        TabularDataset adult = Datasets.Adult(RealData.Folder("adult"));
        DataSplit split = adult.Split(validation: 0.1, seed: 2);

        Assert.Equal(Enumerable.Range(32_561, 16_281), split.Test);
        Assert.Equal(3846, split.Test.Count(row => adult.Labels[row] == 1));
        Assert.InRange(split.Validation.Length, 3255, 3257);
        Assert.Equal(16_281, adult.Targets(split.Test, binary: true).Shape[0]);
    }

    [Fact]
    public void Diabetes130_Encounters_AreSplitByPatient()
    {
        TabularDataset set = Datasets.Diabetes130(RealData.Folder("diabetes130-readmission"));
        DataSplit split = set.Split(validation: 0, test: 0.2, seed: 0);

        // 101,766 encounters less those that ended with death or in a hospice.
        Assert.Equal((99_343, 11_314), (set.Count, set.Labels.Sum()));
        Assert.Equal(43, set.Features.Columns.Count);
        Assert.Empty(LeakageCheck.Groups(set.Groups!, split));
        Assert.InRange(split.Test.Length, 19_000, 20_800);
        DataParts<TensorDataset> parts = set.Prepare(split, binary: true);
        Assert.True(parts.Train.Targets.Shape.SequenceEqual([split.Train.Length]));
        Assert.Null(parts.Validation);
    }

    [Fact]
    public void OptDigits_And_Cifar_AreImages()
    {
        DataParts<ImageDataset> digits = Datasets.OptDigits(RealData.Folder("optdigits"));
        DataParts<ImageDataset> cifar = Datasets.Cifar10Subset(RealData.Folder("cifar10-subset"));

        Assert.Equal((3823, 1797), (digits.Train.Count, digits.Test.Count));

        // The first row of the test file: 0, 0, 5, 13, 9, 1 of 16.
        Assert.Equal([0f, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f], digits.Test.Take([0]).Inputs.ToArray<float>()[..6], (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([0, 1, 2], digits.Test.Labels[..3].ToArray());
        Assert.Equal((2000, 1000, 3, 32, 32), (cifar.Train.Count, cifar.Test.Count, cifar.Train.Channels, cifar.Train.Height, cifar.Train.Width));
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(200, cifar.Train.Labels.Count(label)));
    }

    [Fact]
    public void Ecg5000_And_AirlinePassengers_AreSeries()
    {
        TensorDataset beats = Datasets.Ecg5000(RealData.Folder("ecg5000-train"));
        TimeSeries passengers = Datasets.AirlinePassengers(RealData.Folder("airline-passengers"));

        Assert.True(beats.Inputs.Shape.SequenceEqual([500, 140]));
        Assert.Equal([292, 177, 10, 19, 2], beats.Targets.ToArray<long>().CountBy(label => label).OrderBy(count => count.Key).Select(count => count.Value));
        Assert.Equal(-0.11252183f, beats.Inputs.ToArray<float>()[0]);
        Assert.Equal((144, "1949-01", 112f, "1960-12", 432f), (passengers.Values.Length, passengers.Times[0], passengers.Values[0], passengers.Times[^1], passengers.Values[^1]));
    }

    [Fact]
    public void CaliforniaHousing_Values_AreThoseOfItsDistricts()
    {
        RegressionTable houses = Datasets.CaliforniaHousing(RealData.Folder("california-housing"));
        DataParts<TensorDataset> parts = houses.Prepare(seed: 3);

        Assert.Equal((20_640, 8, 4.526), (houses.Count, houses.Features.Columns.Count, houses.Values[0]));
        Assert.True(parts.Test.Targets.Shape.SequenceEqual([4128, 1]));
    }

    [Fact]
    public void Texts_OfTheFolders_HaveTheirCounts()
    {
        LabelledTexts spam = Datasets.SmsSpam(RealData.Folder("sms-spam")), reviews = Datasets.MovieReviewPolarity(RealData.Folder("movie-review-polarity"));
        DataParts<LabelledTexts> sst2 = Datasets.Sst2(RealData.Folder("sst2"));
        TextParts plays = Datasets.TinyShakespeare(RealData.Folder("tinyshakespeare"));
        IReadOnlyList<string> names = Datasets.Names(RealData.Folder("names"));

        Assert.Equal((5574, 747), (spam.Count, spam.Labels.Sum()));
        Assert.Equal((10_662, 5331), (reviews.Count, reviews.Labels.Sum()));
        Assert.Equal((6920, 872, 1821), (sst2.Train.Count, sst2.Validation!.Count, sst2.Test.Count));
        Assert.StartsWith("a stirring , funny", sst2.Train.Texts[0], StringComparison.Ordinal);
        Assert.Equal((1_003_854, 111_540), (plays.Train.Length, plays.Validation.Length));
        Assert.Equal((32_033, "emma"), (names.Count, names[0]));
        Assert.Equal([spam.Texts[7], spam.Texts[2]], spam.Take([7, 2]).Texts);
    }

    [Fact]
    public void PhysioNet2012_Stays_HaveTheirOutcomesAndHours()
    {
        IcuStays stays = Datasets.PhysioNet2012(RealData.Folder("physionet2012-icu-a"));
        Tensor hourly = stays.Hourly(["HR", "Temp"], out Tensor mask);

        Assert.Equal((4000, 554), (stays.Stays.Count, stays.Labels().Sum()));
        IcuStay second = stays.Stays[1];
        Assert.Equal((132540, 76f, 175.3f), (second.Record, second.Descriptors["Age"], second.Descriptors["Height"]));
        Assert.Contains(new IcuMeasurement(71, "HR", 88), second.Measurements);
        Assert.True(float.IsNaN(stays.Stays[0].Descriptors["Height"]));
        Assert.True(hourly.Shape.SequenceEqual([4000, 48, 2]));
        Assert.Equal(1f, mask.ToArray<float>()[((1 * 48) + 1) * 2]);
        Assert.True(hourly.ToArray<float>().Zip(mask.ToArray<float>()).All(pair => pair.Second == 1 || pair.First == 0));
        Assert.InRange(mask.ToArray<float>().Average(), 0.4f, 0.7f);
    }

    [Fact]
    public void Loaders_WrongFiles_SayWhatIsWrong()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Path, "SMSSpamCollection"), "ham\tfine\neggs\tno\n");
        File.WriteAllText(Path.Combine(folder.Path, "stsa.binary.train"), "1 good\n2 odd\n");
        File.WriteAllText(Path.Combine(folder.Path, "optdigits.tra"), string.Join('\t', Enumerable.Repeat("17", 65)) + "\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "train.bin"), new byte[3074]);
        File.WriteAllText(Path.Combine(folder.Path, "dataset_diabetes.zip"), "no archive");

        Assert.Equal("line 2", Assert.Throws<DataFormatException>(() => Datasets.SmsSpam(folder.Path)).Field);
        Assert.Equal("line 2", Assert.Throws<DataFormatException>(() => Datasets.Sst2(folder.Path)).Field);
        Assert.Contains("17", Assert.Throws<DataFormatException>(() => Datasets.OptDigits(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Equal("records", Assert.Throws<DataFormatException>(() => Datasets.Cifar10Subset(folder.Path)).Field);
        Assert.Equal("archive", Assert.Throws<DataFormatException>(() => Datasets.Diabetes130(folder.Path)).Field);
        Assert.Throws<FileNotFoundException>(() => Datasets.Iris(folder.Path));
    }
}
