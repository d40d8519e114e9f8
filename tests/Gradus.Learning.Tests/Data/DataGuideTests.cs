using Gradus.Learning.Data;
using Gradus.Learning.Data.Augmentations;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Generated;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Data.Leakage;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Data.Resampling;
using Gradus.Learning.Data.Sampling;
using Gradus.Learning.Data.Sequences;
using Gradus.Learning.Data.Tables;
using Gradus.Learning.Data.Text;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data;

/// <summary>The programs of docs/guide/data.md are the ones here, compiled and run.</summary>
public sealed class DataGuideTests
{
    [Fact]
    public void Guide_EveryProgram_StandsInThisFile()
    {
        string guide = File.ReadAllText(RepositoryRoot.Combine("docs", "guide", "data.md"));
        string source = Plain(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Learning.Tests", "Data", "DataGuideTests.cs")));

        string[] programs = [.. guide.Split("```csharp\n")[1..].Select(part => Plain(part[..part.IndexOf("```", StringComparison.Ordinal)]).Trim())];

        Assert.Equal(6, programs.Length);
        Assert.All(programs, program => Assert.Contains(program, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OfTheGuide_BecomesBatches()
    {
        using TemporaryFolder folder = new();
        string path = folder.Combine("ward.csv");
        Rng rng = new(1);
        File.WriteAllLines(path, ["id,age,sex,stage,creatinine,died", .. Enumerable.Range(0, 60).Select(row => $"{row},{40 + rng.NextInt(50)},{"fm"[rng.NextInt(2)]},{1 + rng.NextInt(3)},{(row % 7 == 0 ? "" : 0.5 + rng.NextDouble())},{(row % 4 == 0 ? 1 : 0)}")]);

        Table table = Table.From(CsvTable.Read(path));
        int[] died = table["died"].Labels("1");
        DataSplit split = DataSplit.Stratified(died, seed: 1);

        TablePreprocessor rows = TablePreprocessor.Fit(table.Take(split.Train), new TablePlan { Ignore = ["id", "died"], Categories = ["sex", "stage"] });
        TensorDataset train = new(rows.Transform(table.Take(split.Train)), Tensor.From([.. split.Train.Select(row => (float)died[row])], split.Train.Length));
        DataLoader batches = new(train, batchSize: 16, shuffle: true, seed: 1);

        rows.Save(folder.Combine("ward.json"));
        Assert.Equal(["age", "sex=f", "sex=m", "stage=1", "stage=2", "stage=3", "creatinine", "creatinine missing"], rows.FeatureNames);
        Assert.Equal(split.Train.Length, batches.Sum(batch => batch.Inputs.Shape[0]));
    }

    [Fact]
    public void Leaks_OfTheGuide_AreFound()
    {
        ReadmissionRows patients = new ReadmissionSim { Rows = 400 }.Generate(seed: 1);
        Table table = Table.From(patients);

        DataSplit split = DataSplit.Random(400, seed: 1);
        StandardScaler scaler = StandardScaler.Fit(Tensor.From(patients.Inputs, 400, patients.Features));
        foreach (Leak leak in LeakageCheck.Groups(patients.Patients, split)
            .Concat(LeakageCheck.Fit(scaler, Tensor.From(patients.Inputs, 400, patients.Features), split))
            .Concat(LeakageCheck.Target(table, patients.Labels)))
        {
            Console.WriteLine(leak.Message);
        }

        Assert.Equal(3, LeakageCheck.Groups(patients.Patients, split).Count);
        Assert.Contains("of all rows", LeakageCheck.Fit(scaler, Tensor.From(patients.Inputs, 400, patients.Features), split)[0].Message, StringComparison.Ordinal);
        Assert.Empty(LeakageCheck.Groups(patients.Patients, DataSplit.Grouped(patients.Patients, seed: 1)));
    }

    [Fact]
    public void Images_OfTheGuide_AreChangedAlikeWithEveryPrefetch()
    {
        using TemporaryFolder root = new();
        foreach (string animal in (string[])["cat", "dog"])
        {
            Directory.CreateDirectory(root.Combine(animal));
            Png.Write(root.Combine(animal, "1.png"), new Picture(40, 36, 3, new byte[40 * 36 * 3]));
        }

        string folder = root.Path;
        ImageFolder images = new(folder, channels: 3, height: 32, width: 32);
        DataLoader batches = new(images, batchSize: 32, shuffle: true, seed: 1)
        {
            Augmentation = new Compose(new RandomHorizontalFlip(), new RandomCrop(32, padding: 4), new RandomRotation(10, InterpolationMode.Bilinear), new CutMix(images.Classes.Count)),
            Prefetch = 2,
        };

        Assert.Equal(["cat", "dog"], images.Classes);
        Assert.True(batches.Single().Inputs.Shape.SequenceEqual([2, 3, 32, 32]));
    }

    [Fact]
    public void Text_OfTheGuide_BecomesWindows()
    {
        string text = string.Concat(Enumerable.Repeat("To be, or not to be, that is the question. ", 40));

        CharacterVocabulary characters = CharacterVocabulary.Fit(text);
        BytePairEncoding pieces = BytePairEncoding.Train(text, vocabularySize: 300);
        TokenWindows windows = new(pieces.Encode(text), length: 16);
        DataLoader batches = new(windows, batchSize: 12, sampler: new RandomSampler(windows.Count, replacement: true, samples: 600));

        Assert.Equal(text, pieces.Decode(pieces.Encode(text)));
        Assert.Equal(text, characters.Decode(characters.Encode(text)));
        Assert.Equal(50, batches.Count());
    }

    [Fact]
    public void Loader_OfTheGuide_GoesOnWithTheSameBits()
    {
        TensorDataset rows = new(Tensor.Rand(new Rng(1), 100, 4), Tensor.Arange(100));
        DataLoader loader = new(rows, batchSize: 8, shuffle: true, seed: 7);
        Batch first = loader.First();

        LoaderState state = loader.State;               // keep it with the weights
        DataLoader later = new(rows, batchSize: 8, shuffle: true, seed: 7);
        later.Restore(state);
        Batch next = later.First();                     // what `loader` would have given next
        Batch same = loader.Take(epoch: 0, batch: 1);   // any batch of any epoch can be had again

        Assert.NotEqual(first.Targets.ToArray<long>(), next.Targets.ToArray<long>());
        Assert.Equal(next.Targets.ToArray<long>(), same.Targets.ToArray<long>());
        Assert.Equal(next.Targets.ToArray<long>(), loader.First().Targets.ToArray<long>());
    }

    [Fact]
    public void RareClasses_OfTheGuide_AreEvenedOut()
    {
        int[] labels = [.. Enumerable.Range(0, 200).Select(row => row % 10 == 0 ? 1 : 0)];
        TensorDataset rows = new(Tensor.Randn(new Rng(1), 200, 4), Tensor.From([.. labels.Select(label => (long)label)]));

        DataLoader even = new(rows, batchSize: 20, sampler: WeightedSampler.Balanced(labels));
        DataLoader steady = new(rows, batchSize: 20, sampler: new StratifiedSampler(labels));
        TensorDataset doubled = rows.Subset(ClassBalance.Oversample(labels, seed: 1));
        TensorDataset filled = new Smote().Apply(rows.Inputs, labels, seed: 1);

        Assert.Equal((360, 360), (doubled.Count, filled.Count));
        Assert.All(steady, batch => Assert.InRange(batch.Targets.ToArray<long>().Sum(), 0, 4));
        Assert.InRange(even.Sum(batch => batch.Targets.ToArray<long>().Sum()), 70, 130);
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
}
