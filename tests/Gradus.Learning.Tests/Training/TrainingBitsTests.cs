using System.Globalization;
using System.Security.Cryptography;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training;

/// <summary>A training run is a pure function of its seeds: the same bits for every count of threads, process, instruction set and mode of the compiler.</summary>
public sealed class TrainingBitsTests
{
    /// <summary>What a process is told; an instruction set that this machine does not have is left out.</summary>
    public static TheoryData<string, string> Processes
    {
        get
        {
            TheoryData<string, string> data = new()
            {
                { "DOTNET_TieredCompilation", "0" },
                { "DOTNET_EnableAVX512", "0" },
                { "DOTNET_EnableAVX2", "0" },
                { "DOTNET_EnableFMA", "0" },
                { "DOTNET_EnableHWIntrinsic", "0" },
                { "GRADUS_FORCE_ISA", "scalar" },
            };
            foreach ((string name, bool supported) in new[]
            {
                ("vector128", System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated),
                ("avx2", System.Runtime.Intrinsics.X86.Fma.IsSupported),
                ("avx512", System.Runtime.Intrinsics.X86.Avx512F.IsSupported),
            })
            {
                if (supported)
                {
                    data.Add("GRADUS_FORCE_ISA", name);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Train_OneTwoThreeAndEightThreads_GivesTheSameBits()
    {
        int before = GradusThreads.Count;
        try
        {
            string[] bits = [.. ((int[])[1, 2, 3, 8]).Select(threads =>
            {
                GradusThreads.Count = threads;
                return Train(rows: 521, features: 67, hidden: 259, steps: 2);
            })];

            Assert.Single(bits.Distinct());
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public void Train_AnotherSeed_GivesOtherBits() => Assert.NotEqual(Small(seed: 1), Small(seed: 2));

    [Fact]
    public void Train_Small_ReportsItsBits()
    {
        string bits = Small();
        ChildTest.Report(bits);

        Assert.Equal(bits, Small());
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task Train_InAnotherProcess_GivesTheSameBits(string variable, string value)
    {
        Dictionary<string, string?> environment = new() { [variable] = value };

        string bits = await ChildTest.RunAsync(typeof(TrainingBitsTests), nameof(Train_Small_ReportsItsBits), environment, TestContext.Current.CancellationToken);

        Assert.Equal(Small(), bits);
    }

    private static string Small(ulong seed = 1) => Train(rows: 37, features: 19, hidden: 35, steps: 4, seed);

    /// <summary>Every loss and a digest of every parameter and buffer.</summary>
    private static string Train(int rows, int features, int hidden, int steps, ulong seed = 1)
    {
        Sequential model = new(new Linear(features, hidden), new BatchNorm1d(hidden), new ReLU(), new Dropout(0.3), new Linear(hidden, hidden), new Tanh(), new Linear(hidden, 3));
        model.Initialize(seed);
        AdamW optimizer = new(model.Parameters(), learningRate: 0.01);
        CrossEntropy loss = new();
        Tensor inputs = Tensor.Randn(new Rng(seed).Split("inputs"), rows, features);
        Tensor labels = Tensor.From([.. Enumerable.Range(0, rows).Select(row => (long)(row % 3))], rows);
        List<string> losses = [];
        for (int step = 0; step < steps; step++)
        {
            using TensorScope scope = new();
            optimizer.ZeroGrad();
            Tensor value = loss.Forward(model.Forward(inputs).AsLogits(), labels);
            value.Backward();
            optimizer.Step();
            losses.Add(BitConverter.SingleToInt32Bits((float)value.Item()).ToString("x8", CultureInfo.InvariantCulture));
        }

        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, Tensor tensor) in model.StateDictionary().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            digest.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(tensor.ToArray<double>()));
        }

        return string.Join(' ', [.. losses, Convert.ToHexString(digest.GetHashAndReset())]);
    }
}
