using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Labs;

namespace Gradus.Hosting.Tests.Services;

public sealed class LabBenchTests
{
    private readonly CountingLab _lab = new();

    [Fact]
    public void Run_Lab_IsRecordedWithItsFigures()
    {
        using Workbench bench = new() { Labs = [_lab] };
        List<LabProgress> told = [];

        LabResult result = bench.Application.Labs.Run("counting", new LabRequest(7, 3), new Listener(told.Add));

        Assert.Equal([7UL, 8UL, 9UL], told.Select(progress => progress.Seed));
        LabRecord record = Assert.Single(bench.Reopen().History.Recent()).Lab!;
        Assert.Equal(("counting", "holds", "abc"), (record.Summary.Id, record.Summary.Verdict, record.Summary.Digest));
        LabRun found = bench.Application.Labs.FindRun(record.RunId)!;
        Assert.Equal(LabRunStatus.Done, found.Status);
        // Compared as they are stored: an infinity comes back as NaN.
        Assert.Equal(JsonSerializer.Serialize(result, GradusJson.Stored), JsonSerializer.Serialize(found.Result, GradusJson.Stored));
        Assert.Equal(["LineMark", "BandMark", "BarMark", "PointMark"], found.Result!.Figures[0].Marks.Select(mark => mark.GetType().Name));
    }

    [Fact]
    public void Run_UnknownLab_NamesTheNearest()
    {
        using Workbench bench = new() { Labs = [_lab] };

        Assert.Equal("There is no lab 'countin'; the nearest: counting.", Assert.Throws<UnknownIdException>(() => bench.Application.Labs.Run("countin", new LabRequest())).Message);
    }

    [Fact]
    public void Run_Cancelled_RecordsNothing()
    {
        using Workbench bench = new() { Labs = [_lab] };
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => bench.Application.Labs.Run("counting", new LabRequest(), null, cancelled.Token));
        Assert.Empty(bench.Application.History.Recent());
    }

    [Fact]
    public async Task Subscribe_EarlyAndLate_BothSeeEverything()
    {
        using Workbench bench = new() { Labs = [_lab] };
        LabBench labs = bench.Application.Labs;
        _lab.Gate.Reset();

        LabRun run = labs.StartRun("counting", new LabRequest(1, 4));
        Task<List<LabEvent>> early = Collect(labs, run.Id);
        await foreach (LabEvent @event in labs.Subscribe(run.Id))
        {
            // Once the gate is open the run may end before the next event is read.
            if (@event is LabProgressed && !_lab.Gate.IsSet)
            {
                Assert.Equal(LabRunStatus.Running, labs.FindRun(run.Id)!.Status);
                _lab.Gate.Set();
            }
        }

        List<LabEvent> late = await Collect(labs, run.Id);
        Assert.Equal(6, late.Count);
        Assert.IsType<LabStarted>(late[0]);
        Assert.Equal([0.25, 0.5, 0.75, 1.0], late.OfType<LabProgressed>().Select(progressed => progressed.Progress.Done));
        Assert.Equal("abc", Assert.IsType<LabCompleted>(late[^1]).Result.Digest);
        Assert.Equal(late, await early);
        LabRun ended = labs.FindRun(run.Id)!;
        Assert.Equal((LabRunStatus.Done, 4, "abc"), (ended.Status, ended.Progress.Count, ended.Result!.Digest));
    }

    [Fact]
    public async Task Subscribe_RunOfAnEarlierProcess_GivesItsResult()
    {
        using Workbench bench = new() { Labs = [_lab] };
        string run = bench.Application.Labs.StartRun("counting", new LabRequest()).Id;
        await Collect(bench.Application.Labs, run);

        LabEvent only = Assert.Single(await Collect(bench.Reopen().Labs, run));

        Assert.Equal("It is more.", Assert.IsType<LabCompleted>(only).Result.Conclusion);
        Assert.Throws<UnknownIdException>(() => bench.Application.Labs.Subscribe("nothing"));
    }

    [Fact]
    public async Task StartRun_LabFails_IsToldAndTheWorkerGoesOn()
    {
        using Workbench bench = new() { Labs = [_lab] };
        LabBench labs = bench.Application.Labs;
        _lab.Fault = new InvalidOperationException("The data are gone.");

        string failing = labs.StartRun("counting", new LabRequest()).Id;
        LabFailed failed = Assert.IsType<LabFailed>((await Collect(labs, failing))[^1]);
        _lab.Fault = null;
        string fine = labs.StartRun("counting", new LabRequest()).Id;

        Assert.Equal("The lab 'counting' stopped: The data are gone.", failed.Error);
        Assert.Equal((LabRunStatus.Failed, failed.Error), (labs.FindRun(failing)!.Status, labs.FindRun(failing)!.Error));
        Assert.IsType<LabCompleted>((await Collect(labs, fine))[^1]);
    }

    [Fact]
    public async Task Cancel_RunningAndQueued_BothEndAndNothingIsRecorded()
    {
        using Workbench bench = new() { Labs = [_lab] };
        LabBench labs = bench.Application.Labs;
        _lab.Gate.Reset();
        string running = labs.StartRun("counting", new LabRequest()).Id;
        string queued = labs.StartRun("counting", new LabRequest()).Id;
        Assert.Equal(LabRunStatus.Queued, labs.FindRun(queued)!.Status);

        labs.Cancel(queued);
        labs.Cancel(running);

        Assert.IsType<LabCancelled>((await Collect(labs, running))[^1]);
        Assert.IsType<LabCancelled>(Assert.Single(await Collect(labs, queued)));
        Assert.Empty(bench.Application.History.Recent());
        Assert.Throws<UnknownIdException>(() => labs.Cancel("nothing"));
    }

    [Fact]
    public void StartRun_TooManyWaiting_IsRefused()
    {
        using Workbench bench = new() { Labs = [_lab] };
        _lab.Gate.Reset();

        Assert.Throws<LabQueueFullException>(() =>
        {
            // One runs, sixteen wait; the next has no place.
            for (int i = 0; i < LabBench.MostWaiting + 2; i++)
            {
                bench.Application.Labs.StartRun("counting", new LabRequest());
            }
        });
    }

    [Fact]
    public async Task Dispose_RunUnderWay_IsCancelled()
    {
        using Workbench bench = new() { Labs = [_lab] };
        _lab.Gate.Reset();
        LabBench labs = bench.Application.Labs;
        Task<List<LabEvent>> watcher = Collect(labs, labs.StartRun("counting", new LabRequest()).Id);

        bench.Reopen();

        Assert.IsType<LabCancelled>((await watcher)[^1]);
    }

    private static async Task<List<LabEvent>> Collect(LabBench labs, string run)
    {
        List<LabEvent> events = [];
        await foreach (LabEvent @event in labs.Subscribe(run))
        {
            events.Add(@event);
        }

        return events;
    }

    private sealed class Listener(Action<LabProgress> heard) : IProgress<LabProgress>
    {
        public void Report(LabProgress value) => heard(value);
    }
}
