using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Log;

public sealed class EventCodecTests
{
    private static readonly LabSummary Lab = new("dropout", "Claim.", "holds", 0.5, [0.25, 0.75], [1, 2], new Dictionary<string, double> { ["gap"] = 0.1 }, "ff00", "Seen.");

    /// <summary>One event of each kind, with the JSON that a released version wrote. The JSON is never edited: it stands for people's logs.</summary>
    public static TheoryData<LogEvent, string> Written => new()
    {
        {
            new SittingStarted("s", new InterviewOptions { Profile = "nlp", Level = 3, Minutes = 20, Seed = ulong.MaxValue, PreferWeak = true }, [new PlannedQuestion("dropout", "How?")]),
            """{"sittingId":"s","options":{"profile":"nlp","level":3,"minutes":20,"seed":18446744073709551615,"preferWeak":true},"plan":[{"question":"dropout","ask":"How?"}]}"""
        },
        {
            new QuestionAsked("s", 2, "dropout", "And?", 1, ["p3"]),
            """{"sittingId":"s","round":2,"question":"dropout","ask":"And?","followUpOf":1,"points":["p3"]}"""
        },
        {
            new AnswerSubmitted("a", "dropout", "How?", "\"Zero\" it.\n<b>ü 😀</b>", 61.5, "s", 1),
            """{"answerId":"a","question":"dropout","ask":"How?","text":"\"Zero\" it.\n<b>ü \uD83D\uDE00</b>","elapsedSeconds":61.5,"sittingId":"s","round":1,"followUp":false}"""
        },
        {
            new AnswerGraded("a", "dropout", Verdict()),
            """{"answerId":"a","question":"dropout","verdict":{"question":"dropout","score":0.5,"facets":{"principle":1,"pitfall":0},"points":[{"id":"p1","facet":"principle","fact":"F.","earned":true,"credit":1,"evidence":{"text":"Zero","start":1,"length":4},"note":"Said."},{"id":"p2","facet":"pitfall","fact":"G.","earned":false,"credit":0,"evidence":null,"note":"Say."}],"misconceptions":[{"id":"m1","evidence":{"text":"it","start":7,"length":2},"correction":"C."}],"concision":{"words":2,"spokenSeconds":0.9,"advice":"Short."},"checks":[],"gradedBy":null,"notices":[],"refusal":null},"sittingId":null,"round":null}"""
        },
        { new RoundSkipped("s", 1, "dropout"), """{"sittingId":"s","round":1,"question":"dropout"}""" },
        {
            new RoundProved("s", 1, Lab),
            """{"sittingId":"s","round":1,"lab":{"id":"dropout","hypothesis":"Claim.","verdict":"holds","effect":0.5,"interval":[0.25,0.75],"seeds":[1,2],"measures":{"gap":0.1},"digest":"ff00","conclusion":"Seen."}}"""
        },
        {
            new ReviewRated("dropout", Rating.Hard, new DateOnly(2026, 11, 21), "a", false),
            """{"question":"dropout","rating":"hard","day":"2026-11-21","answerId":"a","proposed":false}"""
        },
        { new ReviewResumed("dropout"), """{"question":"dropout"}""" },
        { new ReviewUndone("dropout", "e1", "a"), """{"question":"dropout","ratingId":"e1","answerId":"a"}""" },
        { new ReviewsRescheduled([new PlannedReview("dropout", new DateOnly(2026, 12, 1))]), """{"reviews":[{"question":"dropout","day":"2026-12-01"}]}""" },
        {
            new CardPlaced("card-1", CardPhase.Relearning, 0, new DateTimeOffset(2026, 11, 21, 10, 10, 0, TimeSpan.Zero), true),
            """{"question":"card-1","phase":"relearning","step":0,"due":"2026-11-21T10:10:00+00:00","suspended":true}"""
        },
        { new WeightsFitted([0.5, 1], FitStage.FirstStabilities, 40, 0.5, 0.25), """{"weights":[0.5,1],"stage":"firstStabilities","reviews":40,"lossBefore":0.5,"lossAfter":0.25}""" },
        {
            new OwnCardsSaved("deck.apkg", [new OwnCard("card-1", "Front <b>", "Back", ["t"], "guid", "Deck")]),
            """{"source":"deck.apkg","cards":[{"id":"card-1","front":"Front <b>","back":"Back","tags":["t"],"key":"guid","deck":"Deck"}]}"""
        },
        {
            new LabRan("r", Lab, 3.5, JsonElement.Parse("{\"figures\":[]}")),
            """{"runId":"r","summary":{"id":"dropout","hypothesis":"Claim.","verdict":"holds","effect":0.5,"interval":[0.25,0.75],"seeds":[1,2],"measures":{"gap":0.1},"digest":"ff00","conclusion":"Seen."},"elapsedSeconds":3.5,"detail":{"figures":[]}}"""
        },
        {
            new SittingFinished("s", Report()),
            """{"sittingId":"s","report":{"sittingId":"s","profile":"nlp","level":2,"seed":1,"startedAt":"2026-11-21T10:00:00+00:00","finishedAt":"2026-11-21T10:30:00+00:00","answerSeconds":60,"asked":1,"planned":3,"score":0.5,"facets":{"principle":0.5},"topics":[{"topic":"t","score":0.5,"questions":1}],"rounds":[{"round":1,"question":"dropout","title":"Dropout","topic":"t","followUpOf":null,"score":0.5,"skipped":false,"seconds":60,"words":100,"reviewAt":"2026-11-23T04:00:00+00:00"}],"fixes":[{"kind":"missedPoint","question":"dropout","title":"Dropout","item":"p2","sentence":"G.","correction":"Say.","lab":"dropout","reviewAt":null}],"previous":{"sittingId":"r","finishedAt":"2026-11-20T10:30:00+00:00","score":0.25,"difference":0.25}}}"""
        },
        { new SittingAbandoned("s"), """{"sittingId":"s"}""" },
        {
            new PreferencesChanged(new Preferences { Zone = "Europe/Berlin" }),
            """{"preferences":{"zone":"Europe/Berlin","rolloverHour":4,"desiredRetention":0.9,"maximumInterval":36500}}"""
        },
        {
            new HintTaken("s", 1, "dropout", new Hint("p1", "A reason is missing.", 0.1)),
            """{"sittingId":"s","round":1,"question":"dropout","hint":{"item":"p1","text":"A reason is missing.","cost":0.1}}"""
        },
        { new SittingPaused("s"), """{"sittingId":"s"}""" },
        { new SittingResumed("s"), """{"sittingId":"s"}""" },
    };

    /// <summary>What later versions added to forms that were there; what stands in <see cref="Written"/> is still written where nothing of it is used.</summary>
    public static TheoryData<LogEvent, string> Grown => new()
    {
        {
            new SittingStarted("s", new InterviewOptions { Topic = "vision", Rounds = RoundMix.Mixed }, [new PlannedQuestion("dropout", "How?", RoundKind.Teach)]),
            """{"sittingId":"s","options":{"profile":"general","level":2,"minutes":30,"seed":1,"preferWeak":false,"topic":"vision","rounds":"mixed"},"plan":[{"question":"dropout","ask":"How?","kind":"teach"}]}"""
        },
        {
            new QuestionAsked("s", 1, "dropout", "How?", null, [], RoundKind.Unknown),
            """{"sittingId":"s","round":1,"question":"dropout","ask":"How?","followUpOf":null,"points":[],"kind":"unknown"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Grown))]
    public void Encode_GrownForm_IsReadBack(LogEvent @event, string body)
    {
        EncodedEvent encoded = EventCodec.Current.Encode(@event);

        Assert.Equal((1, body), (encoded.Version, encoded.Body));
        Assert.Equal(body, EventCodec.Current.Encode(EventCodec.Current.Decode(encoded, @event.Stream)).Body);
    }

    [Fact]
    public void Encode_StructureOfAVerdict_IsReadBack()
    {
        AnswerStructure structure = new(RoundKind.Teach, 0.5, [new("use", "When to use it", 1, "Said.", new Evidence("use", 0, 3))], [new Evidence("logit", 4, 5)]);
        AnswerGraded graded = new("a", "dropout", Verdict() with { Structure = structure });

        AnswerGraded again = (AnswerGraded)EventCodec.Current.Decode(EventCodec.Current.Encode(graded), graded.Stream);

        Assert.Equivalent(structure, again.Verdict.Structure, strict: true);
    }

    [Fact]
    public void Encode_SentenceThatCameNear_IsReadBack()
    {
        Verdict verdict = Verdict();
        AnswerGraded graded = new("a", "dropout", verdict with { Points = [.. verdict.Points.Select(point => point with { Near = new Evidence("nearly", 2, 6), WrongWord = "nearly" })] });

        AnswerGraded again = (AnswerGraded)EventCodec.Current.Decode(EventCodec.Current.Encode(graded), graded.Stream);

        Assert.Equivalent(graded.Verdict.Points, again.Verdict.Points, strict: true);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Encode_EveryKind_WritesWhatIsReadBack(LogEvent @event, string body)
    {
        EncodedEvent encoded = EventCodec.Current.Encode(@event);

        Assert.Equal((1, body), (encoded.Version, encoded.Body));
        Assert.Equal(char.ToLowerInvariant(@event.GetType().Name[0]) + @event.GetType().Name[1..], encoded.Kind);
        LogEvent again = EventCodec.Current.Decode(encoded, @event.Stream);
        Assert.Equal(@event.GetType(), again.GetType());
        Assert.Equal(body, EventCodec.Current.Encode(again).Body);
        Assert.Equal((@event.Stream, @event.AboutQuestion, @event.AboutAnswer), (again.Stream, again.AboutQuestion, again.AboutAnswer));
    }

    [Fact]
    public void Written_Examples_CoverEveryKind() => Assert.Equal(
        typeof(LogEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LogEvent)) && type != typeof(UnknownEvent)).Select(type => type.Name).Order(),
        Written.Select(row => row.Data.Item1.GetType().Name).Order());

    [Theory]
    [InlineData("badgeEarned", 1)]
    [InlineData("sittingAbandoned", 2)]
    public void Decode_NewerKindOrVersion_IsKeptAsItIs(string kind, int version)
    {
        const string Body = """{ "new" : [1.0, {"x": null}] }""";

        LogEvent @event = EventCodec.Current.Decode(new EncodedEvent(kind, version, Body), "somewhere");

        Assert.IsType<UnknownEvent>(@event);
        Assert.Equal("somewhere", @event.Stream);
        Assert.Equal(new EncodedEvent(kind, version, Body), EventCodec.Current.Encode(@event));
    }

    [Fact]
    public void Decode_OlderVersion_IsUpgradedStepByStep()
    {
        EventCodec codec = new(
        [
            new EventForm("reviewResumed", typeof(ReviewResumed), body => body["concept"] = body["card"]!.DeepClone(), body => body["question"] = body["concept"]!.DeepClone()),
        ]);

        Assert.Equal(new ReviewResumed("dropout"), codec.Decode(new EncodedEvent("reviewResumed", 1, """{"card":"dropout"}"""), "x"));
        Assert.Equal(new ReviewResumed("dropout"), codec.Decode(new EncodedEvent("reviewResumed", 2, """{"concept":"dropout"}"""), "x"));
        Assert.Equal(3, codec.Encode(new ReviewResumed("dropout")).Version);
    }

    [Theory]
    [InlineData("answerSubmitted", """{"answerId":"a"}""")]
    [InlineData("answerSubmitted", """{"answerId":null,"question":"q","ask":"?","text":"t","elapsedSeconds":1}""")]
    [InlineData("reviewRated", """{"question":"q","rating":"brilliant","day":"2026-11-21","answerId":null,"proposed":true}""")]
    [InlineData("sittingAbandoned", "null")]
    [InlineData("sittingAbandoned", "{")]
    [InlineData("badgeEarned", "not json")]
    public void Decode_BrokenContent_IsRefused(string kind, string body) =>
        Assert.ThrowsAny<JsonException>(() => EventCodec.Current.Decode(new EncodedEvent(kind, 1, body), "x"));

    [Fact]
    public void Decode_FieldOfANewerGradus_IsPassedOver() =>
        Assert.Equal(new ReviewResumed("q"), EventCodec.Current.Decode(new EncodedEvent("reviewResumed", 1, new JsonObject { ["question"] = "q", ["mood"] = "good" }.ToJsonString()), "x"));

    private static Verdict Verdict() => new()
    {
        Question = "dropout",
        Score = 0.5,
        Facets = new Dictionary<Facet, double> { [Facet.Principle] = 1, [Facet.Pitfall] = 0 },
        Points = [new("p1", Facet.Principle, "F.", true, 1, new Evidence("Zero", 1, 4), "Said."), new("p2", Facet.Pitfall, "G.", false, 0, null, "Say.")],
        Misconceptions = [new("m1", new Evidence("it", 7, 2), "C.")],
        Concision = new(2, 0.9, "Short."),
    };

    private static SittingReport Report()
    {
        DateTimeOffset start = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
        return new SittingReport
        {
            SittingId = "s",
            Profile = "nlp",
            Level = 2,
            Seed = 1,
            StartedAt = start,
            FinishedAt = start.AddMinutes(30),
            AnswerSeconds = 60,
            Asked = 1,
            Planned = 3,
            Score = 0.5,
            Facets = new Dictionary<Facet, double> { [Facet.Principle] = 0.5 },
            Topics = [new TopicScore("t", 0.5, 1)],
            Rounds = [new RoundScore(1, "dropout", "Dropout", "t", null, 0.5, false, 60, 100, new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero))],
            Fixes = [new Fix(FixKind.MissedPoint, "dropout", "Dropout", "p2", "G.", "Say.", "dropout", null)],
            Previous = new PreviousSitting("r", start.AddMinutes(30).AddDays(-1), 0.25, 0.25),
        };
    }
}
