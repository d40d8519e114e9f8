using Gradus.Hosting.Store;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Store;

public sealed class IdSourceTests
{
    [Fact]
    public void Next_ManyAtOneMoment_AreUniqueAndWellFormed()
    {
        IdSource ids = new(new FakeTimeProvider());

        string[] made = [.. Enumerable.Range(0, 10_000).Select(_ => ids.Next())];

        Assert.Equal(made.Length, made.Distinct().Count());
        Assert.All(made, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{18}$", id));
    }

    [Fact]
    public void Next_LaterMoment_SortsLater()
    {
        FakeTimeProvider clock = new();
        string first = new IdSource(clock, () => ulong.MaxValue).Next();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        string second = new IdSource(clock, () => 0).Next();

        Assert.True(string.CompareOrdinal(first, second) < 0);
    }
}
