using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gradus.Labs.Tests.Runs;

/// <summary>Runs each lab once over five seeds for all tests that look at the result.</summary>
public static class LabRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<LabRunRecord>> Runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. LabCatalog.All.Select(lab => lab.Id)];

    public static LabRunRecord Of(string id) => Runs.GetOrAdd(id, key => new Lazy<LabRunRecord>(() => Run(key))).Value;

    private static LabRunRecord Run(string id)
    {
        Listener listener = new();
        TimeSpan before = ProcessorTime();
        LabResult result = LabCatalog.Find(id)!.Run(new LabRequest(1, 5), listener, CancellationToken.None);
        return new LabRunRecord(result, listener.Told, ProcessorTime() - before);
    }

    // The processor's time, not the clock's: a budget must not depend on what else the machine does.
    private static TimeSpan ProcessorTime()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Keeps what it is told.</summary>
    public sealed class Listener(Action<LabProgress>? tell = null) : IProgress<LabProgress>
    {
        private readonly List<LabProgress> _told = [];

        public IReadOnlyList<LabProgress> Told => _told;

        public void Report(LabProgress value)
        {
            _told.Add(value);
            tell?.Invoke(value);
        }
    }
}
