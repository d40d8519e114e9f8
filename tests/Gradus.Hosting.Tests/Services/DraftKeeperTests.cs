using Gradus.Hosting.Services;

namespace Gradus.Hosting.Tests.Services;

public sealed class DraftKeeperTests
{
    private const string Key = "question:question-1";

    [Fact]
    public void Keep_SteadyTyping_IsNeverFurtherBehindThanHalfASecond()
    {
        using Workbench bench = new();
        DraftKeeper keeper = new(bench.Application.Practice, Key, bench.Clock);
        List<string> typed = [""];

        for (int key = 1; key <= 200; key++)
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(40));
            typed.Add(new string('x', key));
            keeper.Keep(typed[^1], TimeSpan.FromMilliseconds(40 * key));

            int saved = bench.Application.Practice.LoadDraft(Key)?.Text.Length ?? 0;
            Assert.InRange((key - saved) * 40, 0, 540);
        }
    }

    [Fact]
    public void Keep_Pause_SavesWhatIsTypedAndWritesNothingMore()
    {
        using Workbench bench = new();
        DraftKeeper keeper = new(bench.Application.Practice, Key, bench.Clock);
        keeper.Keep("half", TimeSpan.FromSeconds(1));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        keeper.Keep("half", TimeSpan.FromSeconds(3));
        DateTimeOffset saved = bench.Application.Practice.LoadDraft(Key)!.SavedAt;
        bench.Clock.Advance(TimeSpan.FromSeconds(60));

        keeper.Keep("half", TimeSpan.FromSeconds(63));

        Draft draft = bench.Reopen().Practice.LoadDraft(Key)!;
        Assert.Equal(("half", TimeSpan.FromSeconds(3), saved), (draft.Text, draft.Elapsed, draft.SavedAt));
    }

    [Fact]
    public void Flush_Text_IsSavedAtOnceAndADraftThatIsThereIsNotWrittenAgain()
    {
        using Workbench bench = new();
        new DraftKeeper(bench.Application.Practice, Key, bench.Clock).Flush("whole", TimeSpan.FromSeconds(9));
        Draft first = bench.Application.Practice.LoadDraft(Key)!;
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        new DraftKeeper(bench.Application.Practice, Key, bench.Clock).Flush("whole", TimeSpan.FromSeconds(99));

        Assert.Equal(first, bench.Application.Practice.LoadDraft(Key));
    }
}
