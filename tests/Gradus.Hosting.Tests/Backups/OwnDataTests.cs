using System.Security.Cryptography;
using System.Text;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Tests.Backups;

public sealed class OwnDataTests
{
    private static readonly InterviewOptions Options = new() { Minutes = 15 };

    [Fact]
    public void ImportOfExport_EmptyStore_IsTheSameLog()
    {
        using Workbench here = new(), there = new();
        Live(here);
        byte[] export = Export(here);

        ImportResult first = Import(there, export), again = Import(there, export);

        Assert.True(first.Added > 10);
        Assert.Equal((0, first.Added), (again.Added, again.Known));
        Assert.Equal(Lines(export)[1..^1], Lines(Export(there))[1..^1]);
        Assert.Empty(there.Application.Verify());
        Assert.Equal(here.Application.Reviews.Due().Select(item => item.Card), there.Application.Reviews.Due().Select(item => item.Card));
        Assert.Equivalent(here.Application.History.Sittings(), there.Application.History.Sittings());
    }

    [Fact]
    public void Import_LogThatGrewElsewhere_IsMergedInTheOrderOfTime()
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1 p2 p3", default);
        Import(work, Export(home));
        work.Clock.Advance(TimeSpan.FromDays(3));
        work.Application.Practice.Answer("question-1", "p1 p2 p3", default);
        home.Clock.Advance(TimeSpan.FromDays(9));
        home.Application.Practice.Answer("question-1", "nothing at all", default);
        work.Clock.Advance(TimeSpan.FromDays(6));

        ImportResult result = Import(home, Export(work));
        Import(work, Export(home));

        Assert.Equal((3, 3), (result.Added, result.Known));
        CardState there = work.Application.Reviews.Card("question-1");
        Assert.Equal(there, home.Application.Reviews.Card("question-1"));
        Assert.Equal(there, home.Reopen().Reviews.Card("question-1"));
        Assert.Equal((3, Rating.Again, home.Clock.GetUtcNow()), (there.Repetitions, there.LastRating, there.LastReview));
        Assert.Empty(home.Application.Verify());
    }

    [Fact]
    public void Import_InterviewThatWentOnInBothPlaces_IsRefusedWhole()
    {
        using Workbench home = new(), work = new();
        Sitting sitting = home.Application.Interviews.Start(Options);
        Import(work, Export(home));
        home.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", default);
        work.Application.Interviews.Answer(sitting.Id, "p1 p2 p3 too", default);
        work.Application.Practice.Answer("question-1", "p1", default);

        Refused(home, Export(work), "went on here and there");
    }

    [Fact]
    public void Import_SameIdOtherContent_IsRefusedWhole()
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1 is mine", default);
        byte[] forged = Signed(Encoding.UTF8.GetString(Export(home)).Replace("p1 is mine", "p1 is yours", StringComparison.Ordinal));

        Assert.Equal(3, Import(work, forged).Added);
        Refused(home, forged, "is here with another content");
    }

    [Fact]
    public void Import_GradeWithoutItsAnswer_IsRefusedWhole()
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1", default);
        string[] lines = Lines(Export(home));

        Refused(work, Signed(string.Join('\n', (string[])[lines[0].Replace("\"events\":3", "\"events\":2", StringComparison.Ordinal), .. lines[2..]]) + "\n"), "was graded but never submitted");
    }

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("{}\n", ":1: the line cannot be read")]
    [InlineData("not json\n", ":1: the line cannot be read")]
    [InlineData("null\n", ":1: the line is null")]
    [InlineData("{\"format\":\"other\",\"version\":1,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":0}\n", "this is 'other'")]
    [InlineData("{\"format\":\"gradus-log\",\"version\":9,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":0}\n", "update Gradus")]
    [InlineData("{\"format\":\"gradus-log\",\"version\":1,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":-1}\n", "-1 events")]
    [InlineData("{\"format\":\"gradus-log\",\"version\":1,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":1}\n", "ends too early")]
    [InlineData("{\"format\":\"gradus-log\",\"version\":1,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":0}\n{\"sha256\":\"00\"}\n", "the checksum is that of another content")]
    [InlineData("{\"format\":\"gradus-log\",\"version\":1,\"exportedAt\":\"2026-11-21T10:00:00+00:00\",\"events\":0}\n{\"sha256\":\"00\"}", "ends in the midst of a line")]
    public void Import_WhatIsNoExport_IsRefusedWithItsPlace(string text, string reason)
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1", default);

        Refused(bench, Encoding.UTF8.GetBytes(text), reason);
    }

    [Theory]
    [InlineData("\"id\":\"", "\"id\":\"../x", "'id' is")]
    [InlineData("\"kind\":\"answerSubmitted\"", "\"kind\":\"drop table\"", "'kind' is")]
    [InlineData("\"version\":1,\"stream\"", "\"version\":0,\"stream\"", "version 0")]
    [InlineData("\"question\":\"question-1\",\"answer\"", "\"question\":\"question-2\",\"answer\"", "is not that of the content")]
    [InlineData("\"kind\":\"answerSubmitted\"", "\"kind\":\"labRan\"", "the content of kind 'labRan' cannot be read")]
    [InlineData("\"at\":17", "\"at\":-17", "'at' is")]
    public void Import_EventThatIsNone_IsRefusedWithItsLine(string what, string by, string reason)
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1", default);
        string text = Encoding.UTF8.GetString(Export(home));
        int place = text.IndexOf(what, text.IndexOf('\n', StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(place > 0, what);

        Refused(work, Signed(text[..place] + by + text[(place + what.Length)..]), reason);
    }

    [Fact]
    public void Import_OneByteChanged_IsRefusedWhereverItStands()
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1", default);
        byte[] export = Export(home);

        for (int place = 0; place < export.Length; place += 7)
        {
            byte[] damaged = [.. export];
            damaged[place] ^= 0x81;
            Refused(work, damaged, "othing was imported");
        }
    }

    [Fact]
    public void Import_CutAnywhere_IsRefused()
    {
        using Workbench home = new(), work = new();
        home.Application.Practice.Answer("question-1", "p1", default);
        byte[] export = Export(home);

        for (int length = 0; length < export.Length; length += 11)
        {
            Refused(work, export[..length], "othing was imported");
        }
    }

    private static void Live(Workbench bench)
    {
        Sitting sitting = bench.Application.Interviews.Start(Options);
        bench.Application.Interviews.TakeHint(sitting.Id);
        bench.Application.Interviews.Answer(sitting.Id, "p1 \"ü 😀\"\n<b>", TimeSpan.FromSeconds(3));
        bench.Application.Interviews.Pause(sitting.Id);
        bench.Application.Interviews.Finish(sitting.Id);
        bench.Application.Practice.Answer("question-3", "p1 p2", default);
        bench.Application.Reviews.Rate("question-3", Rating.Hard);
    }

    private static byte[] Export(Workbench bench)
    {
        using MemoryStream stream = new();
        bench.Application.OwnData.Export(stream);
        return stream.ToArray();
    }

    private static ImportResult Import(Workbench bench, byte[] export)
    {
        using MemoryStream stream = new(export);
        return bench.Application.OwnData.Import(stream, "log.jsonl");
    }

    private static void Refused(Workbench bench, byte[] export, string reason)
    {
        string[] before = Lines(Export(bench))[1..];

        string message = Assert.Throws<InvalidDataException>(() => Import(bench, export)).Message;

        Assert.StartsWith("log.jsonl:", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Equal(before[..^1], Lines(Export(bench))[1..^1]);
    }

    private static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n');

    /// <summary>The same text with the checksum that it would have.</summary>
    private static byte[] Signed(string text)
    {
        string body = text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
        return Encoding.UTF8.GetBytes($"{body}{{\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\"}}\n");
    }
}
