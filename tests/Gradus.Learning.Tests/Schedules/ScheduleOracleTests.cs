using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Learning.Tests.Fixtures;

namespace Gradus.Learning.Tests.Schedules;

/// <summary>A hundred steps of every schedule against PyTorch's rates and momenta, and what else holds for each.</summary>
public sealed class ScheduleOracleTests
{
    private static readonly Dictionary<string, Case> Cases = Fixture.Read<Case>("schedules.json").ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => ScheduleTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_HundredTimes_RatesAndMomentaArePyTorchs(string name)
    {
        Case expected = Cases[name];
        Sgd optimizer = ScheduleTable.Optimizer();
        Schedule schedule = ScheduleTable.Entries[name](optimizer);
        for (int step = 0; step < expected.Rates.Length; step++)
        {
            for (int group = 0; group < 2; group++)
            {
                Close.To(expected.Rates[step][group], schedule.LearningRates[group], 1e-9, 1e-17, $"rate of group {group} in step {step}");
            }

            Close.To(expected.Momenta?[step] ?? 0.9, optimizer.Groups[0].Momentum!.Value, 1e-12, 0, $"momentum in step {step}");
            Assert.Equal(step, schedule.LastEpoch);
            if (step < expected.Rates.Length - 1)
            {
                schedule.Step(expected.Metrics?[step]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LoadStateDictionary_AnotherScheduleGoesOn_WithTheSameBits(string name)
    {
        for (int stop = 0; stop < 60; stop += 7)
        {
            Sgd first = ScheduleTable.Optimizer(), second = ScheduleTable.Optimizer();
            Schedule one = ScheduleTable.Entries[name](first), other = ScheduleTable.Entries[name](second);
            Steps(one, name, 0, stop);

            other.LoadStateDictionary(one.StateDictionary());
            second.LoadStateDictionary(first.StateDictionary());

            for (int step = stop; step < 80; step++)
            {
                Steps(one, name, step, step + 1);
                Steps(other, name, step, step + 1);
                Assert.Equal(one.LearningRates, other.LearningRates);
                Assert.Equal(first.Groups[1].Momentum, second.Groups[1].Momentum);
            }
        }
    }

    [Fact]
    public void Cases_EverySchedule_HasOne()
    {
        Assert.Equal(Cases.Keys.Order(), ScheduleTable.Entries.Keys.Order());
        Assert.Equal(
            typeof(Schedule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Schedule)) && !type.IsAbstract).Select(type => type.Name).Order(),
            ScheduleTable.Entries.Keys.Select(name => name.Split(' ')[0]).Distinct().Order());
    }

    private static void Steps(Schedule schedule, string name, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            schedule.Step(Cases[name].Metrics?[step]);
        }
    }

    private sealed record Case(string Name, double[]? Metrics, double[][] Rates, double[]? Momenta);
}
