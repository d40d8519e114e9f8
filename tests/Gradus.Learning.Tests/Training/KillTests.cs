using System.Diagnostics;
using System.Globalization;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training;

/// <summary>Kills a process that trains, at random moments, again and again; what it ends with is what an undisturbed one ends with, to the bit.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public Task Kill_FewTimes_EndsWithTheSameBits() => KillAsync(kills: 3, threads: 2, seed: 20261126);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Category", "Long")]
    public Task Kill_TwentyTimes_EndsWithTheSameBits(int threads) => KillAsync(kills: 20, threads, seed: 20261127 + (ulong)threads);

    private async Task KillAsync(int kills, int threads, ulong seed)
    {
        using TemporaryFolder folder = new();
        (string undisturbed, List<string> lines) = await RunAsync("-", threads: 1, kill: null);
        int steps = lines.Count(line => line.StartsWith("step ", StringComparison.Ordinal));
        Rng rng = new(seed);
        int within = 0, done = 0, epoch = steps / 5;
        for (int kill = 1; kill <= kills; kill++)
        {
            // Spread over what is left. What has been said is done; the delay leads into the middle of a step or of the writing of a checkpoint.
            int most = Math.Max(1, 2 * (steps - done) / (kills - kill + 3));
            (int Lines, TimeSpan Delay) moment = (rng.NextInt(most), TimeSpan.FromMilliseconds(rng.NextDouble() * 15));
            (_, List<string> said) = await RunAsync(folder.Path, threads, moment);
            output.WriteLine($"seed {seed}, kill {kill}: {moment.Delay.TotalMilliseconds:0.0} ms after line {moment.Lines + 1}, from '{said.FirstOrDefault()}' to '{said.LastOrDefault()}'");
            int[] place = [.. said[^1].Split(' ')[1..].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            done = ((place[0] - 1) * epoch) + place[1];
            within += place[1] < epoch ? 1 : 0;
        }

        (string digest, List<string> rest) = await RunAsync(folder.Path, threads, kill: null);

        Assert.True(undisturbed == digest, $"seed {seed}: {undisturbed} undisturbed, {digest} after {kills} kills; the last run began with '{rest[0]}'");
        Assert.True(within > kills / 2, $"seed {seed}: only {within} of {kills} kills fell within an epoch; the moments are drawn wrongly.");
        Assert.NotEqual("step 1 1", rest[0]);
    }

    // Runs the trainee to its end, or until it was killed; what it said, and its digest where it came to an end.
    private static async Task<(string Digest, List<string> Said)> RunAsync(string folder, int threads, (int Lines, TimeSpan Delay)? kill)
    {
        string program = Path.Combine(
            Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..")), "Gradus.Learning.Trainee", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Gradus.Learning.Trainee.dll");
        ProcessStartInfo start = new("dotnet", ["exec", program, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GRADUS_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            List<string> said = [];
            while ((kill is null || said.Count <= kill.Value.Lines) && await process.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line);
            }

            if (kill is { } moment)
            {
                long until = Stopwatch.GetTimestamp() + (long)(moment.Delay.TotalSeconds * Stopwatch.Frequency);
                SpinWait.SpinUntil(() => Stopwatch.GetTimestamp() >= until);
                Assert.False(process.HasExited, $"The trainee ended before it was killed: {(process.HasExited ? await process.StandardError.ReadToEndAsync() : "")}");
                process.Kill();
                said.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }

            await process.WaitForExitAsync();
            if (kill is null)
            {
                Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync());
            }

            return (kill is null && said[^1].Split(' ') is ["done", string digest] ? digest : "", said);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
