using System.Runtime.InteropServices;
using System.Text.Json;
using Gradus.Interview.Schedule;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Schedule;

/// <summary>One step from each of 1,000,000 random states against an independent script (oracles/fsrs_million.py), which says how the states are drawn.</summary>
public sealed class Fsrs6MillionTests
{
    private const int Draws = 32;
    private const double Tolerance = 1e-9;

    private static readonly double[] Low = [0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0.01, 0.1];
    private static readonly double[] High = [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8];

    [Fact]
    public void Next_MillionRandomStates_AgreesWithTheScript()
    {
        Kept kept = Kept.Read();
        int wrong = 0;
        string first = "";

        Parallel(kept.States / kept.Block, block =>
        {
            foreach (string difference in Differences(kept, block, (state, rating, days, model) => model.Next(state, rating, days)))
            {
                Interlocked.Increment(ref wrong);
                Volatile.Write(ref first, difference);
            }
        });

        Assert.Equal(1_000_000, kept.States);
        Assert.Equal((0, ""), (wrong, first));
    }

    [Theory]
    [InlineData(1e-8, 0)]
    [InlineData(0, 1e-7)]
    public void Differences_OneStateOfTheBlockWrong_IsFound(double stability, double difficulty)
    {
        Kept kept = Kept.Read();
        int asked = 0;

        string[] differences = [.. Differences(kept, 7, (state, rating, days, model) =>
        {
            MemoryState next = model.Next(state, rating, days);
            return ++asked == 1234 ? new MemoryState(next.Stability * (1 + stability), next.Difficulty + difficulty) : next;
        })];

        Assert.NotEmpty(differences);
    }

    private static IEnumerable<string> Differences(Kept kept, int block, Func<MemoryState, Rating, int, Fsrs6, MemoryState> step)
    {
        double[] sums = new double[6];
        double[] extremes = [double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity];
        double[] weights = new double[21];
        for (int i = 0; i < kept.Block; i++)
        {
            ulong index = (ulong)((block * kept.Block) + i);
            (MemoryState state, Rating rating, int days) = Draw(kept.Seed, index, weights);
            Fsrs6 model = new(weights);
            MemoryState next = step(state, rating, days, model);
            double[] values = [Math.Log(next.Stability), next.Difficulty, model.Retrievability(state.Stability, days)];
            for (int v = 0; v < values.Length; v++)
            {
                for (int k = 0; k < 2; k++)
                {
                    ulong word = Bits(kept.Seed, (index / 64 * 64 * Draws) + 30 + (ulong)k);
                    sums[(2 * v) + k] += ((word >> (int)(index % 64)) & 1) == 1 ? values[v] : -values[v];
                }

                extremes[2 * v] = Math.Min(extremes[2 * v], values[v]);
                extremes[(2 * v) + 1] = Math.Max(extremes[(2 * v) + 1], values[v]);
            }

            if (i % kept.Every == 0)
            {
                int at = 3 * (((block * kept.Block) + i) / kept.Every);
                double[] actual = [next.Stability, next.Difficulty, values[2]];
                for (int v = 0; v < 3; v++)
                {
                    if (!(Math.Abs(actual[v] - kept.Full[at + v]) <= Tolerance * Math.Abs(kept.Full[at + v])))
                    {
                        yield return $"state {index}: value {v} is {actual[v]:R}, the script says {kept.Full[at + v]:R}";
                    }
                }
            }
        }

        for (int v = 0; v < 6; v++)
        {
            // A single state that is wrong by more than the tolerance moves each sum of its block by as much.
            if (!(Math.Abs(sums[v] - kept.Sums[(6 * block) + v]) <= Tolerance))
            {
                yield return $"block {block}: sum {v} is {sums[v]:R}, the script says {kept.Sums[(6 * block) + v]:R}";
            }

            if (!(Math.Abs(extremes[v] - kept.Extremes[(6 * block) + v]) <= Tolerance))
            {
                yield return $"block {block}: extreme {v} is {extremes[v]:R}, the script says {kept.Extremes[(6 * block) + v]:R}";
            }
        }
    }

    private static (MemoryState State, Rating Rating, int Days) Draw(ulong seed, ulong index, double[] weights)
    {
        double Unit(int k) => ((Bits(seed, (index * Draws) + (ulong)k) >> 11) + 0.5) * (1.0 / (1UL << 53));
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = Low[k] + ((High[k] - Low[k]) * Unit(k));
        }

        double small = Unit(21);
        small *= small;
        small *= small;
        small *= small;
        int kind = (int)(Unit(24) * 4);
        int days = kind == 0 ? 0 : 1 + (int)(kind == 3 ? Unit(26) * 3650 : Unit(25) * 30);
        return (new MemoryState(0.001 + (36499.999 * small), 1 + (9 * Unit(22))), (Rating)(1 + (int)(Unit(23) * 4)), days);
    }

    private static ulong Bits(ulong seed, ulong counter)
    {
        ulong value = seed + ((counter + 1) * 0x9E3779B97F4A7C15UL);
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private static void Parallel(int count, Action<int> work)
    {
        Task[] tasks = [.. Enumerable.Range(0, 2).Select(half => Task.Run(() =>
        {
            for (int i = half; i < count; i += 2)
            {
                work(i);
            }
        }))];
        Task.WaitAll(tasks, TestContext.Current.CancellationToken);
    }

    private sealed record Kept(ulong Seed, int States, int Block, int Every, double[] Sums, double[] Extremes, double[] Full)
    {
        public static Kept Read()
        {
            using JsonDocument fixture = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Interview.Tests", "Fixtures", "fsrs-million.json")));
            JsonElement root = fixture.RootElement;
            double[] Doubles(string name) => MemoryMarshal.Cast<byte, double>(root.GetProperty(name).GetBytesFromBase64()).ToArray();
            return new Kept(
                root.GetProperty("seed").GetUInt64(),
                root.GetProperty("states").GetInt32(),
                root.GetProperty("block").GetInt32(),
                root.GetProperty("every").GetInt32(),
                Doubles("sums"),
                Doubles("extremes"),
                Doubles("full"));
        }
    }
}
