using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;
using Gradus.Testing;

namespace Gradus.Tensors.Tests.Kernels.Products.Disassembly;

/// <summary>Whether the compiler keeps the sums of the main tiles in registers: another process of these tests runs them and lets the runtime write down its machine code.</summary>
public sealed class TileDisassemblyTests
{
    private static readonly Lazy<Task<string>> Written = new(WriteAsync);

    [Fact]
    public async Task Loop_MainTileOfAvx512_HoldsItsSumsInRegisters()
    {
        Assert.SkipUnless(IsaTable.IsSupported(Isa.Avx512), "This machine has no AVX-512.");

        await HoldsAsync(Isa.Avx512, "TileLanes512");
    }

    [Fact]
    public async Task Loop_MainTileOfAvx2_HoldsItsSumsInRegisters()
    {
        Assert.SkipUnless(IsaTable.IsSupported(Isa.Avx2), "This machine has no AVX2.");

        await HoldsAsync(Isa.Avx2, "TileLanes256");
    }

    [Fact]
    public async Task Loop_MoreSumsThanRegisters_IsFound()
    {
        Assert.SkipUnless(IsaTable.IsSupported(Isa.Avx2), "This machine has no AVX2.");
        IReadOnlyList<string> loop = (await ListingAsync()).Loop(SpillingLoop.Name);

        Assert.Equal(SpillingLoop.Sums, Listing.MultiplyAdds(loop));
        Assert.NotEmpty(Listing.Spills(loop));
    }

    /// <summary>What the other process runs.</summary>
    [Fact]
    public void Run_MainTiles_GiveNumbers()
    {
        foreach (Isa isa in SupportedIsas.All)
        {
            GemmShape shape = GemmShape.Of(isa, sizeof(float));
            GemmProblem<float> problem = new(1, shape.Rows, shape.Width, 4, "NN", "plain");

            problem.Check(problem.Solve(isa), IsaTable.Names[(int)isa]);
        }

        // The sum number i begins as i + 1 and gets two products of 1.
        Assert.Equal((SpillingLoop.Sums * (SpillingLoop.Sums + 1) / 2) + (2 * SpillingLoop.Sums), SpillingLoop.OfOnes(2));
    }

    private static async Task HoldsAsync(Isa isa, string lanes)
    {
        GemmShape shape = GemmShape.Of(isa, sizeof(float));
        IReadOnlyList<string> loop = (await ListingAsync()).Loop($"Tile{shape.Rows}x{shape.Vectors}[", lanes, "[float]", nameof(WholeTile));

        Assert.Equal(shape.Rows * shape.Vectors, Listing.MultiplyAdds(loop));
        Assert.Empty(Listing.Spills(loop));
    }

    private static async Task<Listing> ListingAsync()
    {
        string text = await Written.Value;
        Assert.SkipUnless(text.Contains("Assembly listing", StringComparison.Ordinal), "This runtime writes no disassembly (DOTNET_JitDisasm).");
        return new Listing(text);
    }

    private static async Task<string> WriteAsync()
    {
        string file = Path.GetTempFileName();
        try
        {
            IEnumerable<string> methods = SupportedIsas.All.Select(isa => GemmShape.Of(isa, sizeof(float))).Select(shape => $"Tile{shape.Rows}x{shape.Vectors}").Append(SpillingLoop.Name).Distinct();
            CommandResult result = await Command.RunAsync(
                Environment.ProcessPath!,
                ["--no-progress", "--no-ansi", "--filter-method", $"*{nameof(TileDisassemblyTests)}.{nameof(Run_MainTiles_GiveNumbers)}"],
                AppContext.BaseDirectory,
                environment: new Dictionary<string, string?>
                {
                    ["DOTNET_JitDisasm"] = string.Join(' ', methods),
                    ["DOTNET_JitStdOutFile"] = file,
                    ["DOTNET_TieredCompilation"] = "0",
                    ["DOTNET_TieredPGO"] = "0",
                });
            Assert.True(result.ExitCode == 0, result.Output);
            return await File.ReadAllTextAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
