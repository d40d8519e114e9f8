using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Hosting.Tests.Json;

/// <summary>The forms that the command-line contract fixes.</summary>
public sealed class GradusJsonTests
{
    [Fact]
    public void Options_Verdict_HasTheFormOfTheContract()
    {
        Verdict verdict = new WordGrader().Grade(Workbench.Question("dropout"), "p1 \"m1\"");

        Assert.Equal(
            """
            {"question":"dropout","score":0.5,"facets":{"principle":1,"reason":0,"pitfall":0},"points":[
            {"id":"p1","earned":true,"evidence":"p1","start":0,"length":2,"facet":"principle","fact":"The principle.","credit":1,"note":"said"},
            {"id":"p2","earned":false,"evidence":null,"facet":"reason","fact":"The reason.","credit":0,"note":"say p2"},
            {"id":"p3","earned":false,"evidence":null,"facet":"pitfall","fact":"The pitfall.","credit":0,"note":"say p3"}],
            "misconceptions":[{"id":"m1","evidence":"m1","start":4,"length":2,"correction":"It is right."}],
            "concision":{"words":2,"spokenSeconds":0,"advice":"fine"},"checks":[],"gradedBy":null,"notices":[],"refusal":null}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(verdict, GradusJson.Options));
    }

    [Fact]
    public void Options_LabResult_HasTheFormOfTheContract()
    {
        LabResult result = new CountingLab().Run(new LabRequest(1, 2), null, CancellationToken.None);
        const string Expected =
            """{"id":"counting","hypothesis":"One more is more.","verdict":"holds","effect":1,"interval":[0.5,null],"seeds":[1,2],"measures":{"Count of seeds":2,"undefined":null},"digest":"abc","conclusion":"It is more."}""";

        Assert.Equal(Expected, JsonSerializer.Serialize(result, GradusJson.Options));
        Assert.Equal(Expected, JsonSerializer.Serialize(LabBench.Summarize(result), GradusJson.Options));
    }

    [Fact]
    public void Options_Report_IsOneLineOfPlainNames()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(new InterviewOptions { Minutes = 15 });
        bench.Application.Interviews.Answer(sitting.Id, "p1, but m1", TimeSpan.FromSeconds(30));

        string json = JsonSerializer.Serialize(bench.Application.Interviews.Finish(sitting.Id), GradusJson.Options);

        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement report = document.RootElement;
        Assert.DoesNotContain('\n', json);
        Assert.Equal(["principle", "reason", "pitfall"], report.GetProperty("facets").EnumerateObject().Select(facet => facet.Name));
        Assert.Equal("misconception", report.GetProperty("fixes")[0].GetProperty("kind").GetString());
        Assert.Equal("general", report.GetProperty("profile").GetString());
        Assert.Equal(30, report.GetProperty("answerSeconds").GetDouble());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("previous").ValueKind);
    }

    [Fact]
    public void Stored_LabResult_ComesBackWhole()
    {
        LabResult result = new CountingLab().Run(new LabRequest(1, 2), null, CancellationToken.None);
        string json = JsonSerializer.Serialize(result, GradusJson.Stored);

        LabResult again = JsonSerializer.Deserialize<LabResult>(json, GradusJson.Stored)!;

        Assert.Equal(json, JsonSerializer.Serialize(again, GradusJson.Stored));
        Assert.Equal(double.NaN, again.Measures["undefined"]);
        Assert.Contains("\"kind\":\"lineMark\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_BadInterval_IsRefused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Interval>("[1]", GradusJson.Stored));
}
