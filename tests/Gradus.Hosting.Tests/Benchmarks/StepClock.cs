namespace Gradus.Hosting.Tests.Benchmarks;

/// <summary>A clock that stands still until a step moves it.</summary>
internal sealed class StepClock : TimeProvider
{
    private long _microseconds;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => _microseconds;

    internal void Advance(long microseconds) => _microseconds += microseconds;
}
