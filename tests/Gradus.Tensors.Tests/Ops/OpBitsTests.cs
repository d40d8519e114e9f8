using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Tests.Kernels;
using Gradus.Testing;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>Every operator gives the same bits, forward and backward, for every count of threads and every instruction set.</summary>
[Collection(nameof(OpBitsTests))]
[CollectionDefinition(nameof(OpBitsTests), DisableParallelization = true)]
public sealed class OpBitsTests
{
    public static TheoryData<string> LargeOnes => [.. OpTable.All.Where(spec => spec.Large is not null).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(LargeOnes))]
    public void Run_AndBackward_OneTwoThreeAndEightThreads_GiveTheSameBits(string name)
    {
        OpSpec spec = OpTable.All.Single(entry => entry.Name == name);
        Tensor[][] inputs = [.. Inputs(spec, spec.Large)];
        int before = GradusThreads.Count;
        try
        {
            string[] digests = [.. ((int[])[1, 2, 3, 8]).Select(threads =>
            {
                GradusThreads.Count = threads;
                return Digest(spec, inputs);
            })];

            Assert.All(digests, digest => Assert.Equal(digests[0], digest));
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public async Task Table_OnEveryInstructionSet_GivesTheSameBits()
    {
        List<(string Isa, string[] Lines)> found = [];
        foreach (Isa isa in SupportedIsas.All)
        {
            string name = IsaTable.Names[(int)isa];
            Dictionary<string, string?> environment = new() { [IsaTable.Variable] = name };
            string report = await ChildTest.RunAsync(typeof(OpBitsTests), nameof(Digests_OfEveryRow_RepeatThemselves), environment, TestContext.Current.CancellationToken);
            found.Add((name, report.Split('\n')));
        }

        Assert.Equal(OpTable.All.Count, found[0].Lines.Length);
        foreach ((string isa, string[] lines) in found)
        {
            Assert.Empty(found[0].Lines.Zip(lines).Where(pair => pair.First != pair.Second).Select(pair => $"{found[0].Isa} {pair.First}, {isa} {pair.Second}"));
        }
    }

    /// <summary>The part of the test above that runs in a process of its own.</summary>
    [Fact]
    public void Digests_OfEveryRow_RepeatThemselves()
    {
        string[] lines = [.. OpTable.All.Select(spec => $"{spec.Name}: {Digest(spec, Inputs(spec, null))}")];

        ChildTest.Report(string.Join('\n', lines));
        Assert.Equal(lines, OpTable.All.Select(spec => $"{spec.Name}: {Digest(spec, Inputs(spec, null))}"));
    }

    private static string Digest(OpSpec spec, IEnumerable<Tensor[]> samples)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Tensor[] sample in samples)
        {
            Tensor[] inputs = [.. sample.Select(input => Leaf(input, spec.Differentiable))];
            Tensor result = spec.Run(inputs);
            Append(hash, result);
            if (spec.Differentiable)
            {
                Tensor weights = Tensor.Rand(new Rng(7), result.DType, result.Shape) + 0.5;
                foreach (Tensor gradient in Gradient.Of(result, inputs, weights))
                {
                    Append(hash, gradient);
                }
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<Tensor[]> Inputs(OpSpec spec, int[][]? shapes)
    {
        Rng rng = new Rng(20261130).Split(spec.Name);
        return shapes is null
            ? spec.Samples.Select(sample => sample(rng))
            : [[.. OpInputs.Draw(spec, rng, shapes).Select(input => OpInputs.Lay(input, DType.Float64))]];
    }

    private static Tensor Leaf(Tensor x, bool differentiable)
    {
        Tensor leaf = x.Detach().To(DType.Float32).Clone();
        leaf.RequiresGrad = differentiable;
        return leaf;
    }

    private static void Append(IncrementalHash hash, Tensor tensor)
    {
        float[] values = tensor.Detach().ToArray<float>();
        for (int i = 0; i < values.Length; i++)
        {
            // A NaN is a NaN, whatever its payload.
            values[i] = float.IsNaN(values[i]) ? float.NaN : values[i];
        }

        hash.AppendData(MemoryMarshal.AsBytes<float>(values));
    }
}
