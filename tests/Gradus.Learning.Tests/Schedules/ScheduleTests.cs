using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void Step_OneCycleWithAdam_MovesBeta1()
    {
        Adam optimizer = new([Tensor.Ones(1)]);
        OneCycleLR schedule = new(optimizer, 0.1, 10);
        Assert.Equal(0.95, ((AdamOptions)optimizer.Groups[0].Options).Beta1, 1e-12);

        schedule.Step();
        schedule.Step();

        Assert.Equal(0.85, ((AdamOptions)optimizer.Groups[0].Options).Beta1, 1e-12);
        Assert.Equal(0.1, optimizer.LearningRate, 1e-12);
    }

    [Fact]
    public void Step_OneCycleBeyondItsEnd_SaysHowManyStepsItHas()
    {
        OneCycleLR schedule = new(ScheduleTable.Optimizer(), 0.1, 3);
        schedule.Step();
        schedule.Step();
        schedule.Step();

        Assert.Contains("made for 3 steps", Assert.Throws<InvalidOperationException>(() => schedule.Step()).Message, StringComparison.Ordinal);
        Assert.Equal(3, schedule.LastEpoch);
    }

    [Theory]
    [InlineData(AnnealStrategy.Cosine)]
    [InlineData(AnnealStrategy.Linear)]
    public void Step_OneCycleAfterEachStepOfItsTraining_EndsWithItsLastRate(AnnealStrategy anneal)
    {
        Sgd optimizer = ScheduleTable.Optimizer();
        OneCycleLR schedule = new(optimizer, 0.1, 20, anneal: anneal);

        for (int step = 0; step < 20; step++)
        {
            schedule.Step();
        }

        Assert.All(schedule.LearningRates, rate => Assert.Equal(0.1 / 25 / 1e4, rate, 1e-12));
        Assert.Equal(0.95, optimizer.Groups[0].Momentum!.Value, 1e-12);
    }

    [Fact]
    public void Step_WithoutAFigure_PlateauRefusesAndOthersDoWithout()
    {
        ReduceLROnPlateau plateau = new(ScheduleTable.Optimizer());
        StepLR step = new(ScheduleTable.Optimizer(), 1);

        Assert.Contains("Step(validationLoss)", Assert.Throws<ArgumentNullException>(() => plateau.Step()).Message, StringComparison.Ordinal);
        Assert.Equal(0, plateau.LastEpoch);
        step.Step();
        Assert.Equal([0.01, 0.003], step.LearningRates.Select(rate => Math.Round(rate, 12)));
    }

    [Fact]
    public void Step_PlateauOfNotANumber_CountsAsBad()
    {
        ReduceLROnPlateau plateau = new(ScheduleTable.Optimizer(), patience: 1);

        plateau.Step(double.NaN);
        Assert.Equal(0.1, plateau.LearningRates[0]);
        plateau.Step(double.NaN);

        Assert.Equal(0.01, plateau.LearningRates[0], 1e-15);
    }

    [Fact]
    public void LoadStateDictionary_ThatDoesNotFit_SaysWhyAndChangesNothing()
    {
        SequentialLR schedule = (SequentialLR)ScheduleTable.Entries["SequentialLR restarts"](ScheduleTable.Optimizer());
        schedule.Step();
        Dictionary<string, Tensor> state = new(schedule.StateDictionary(), StringComparer.Ordinal) { ["last_epoch"] = Tensor.Scalar(9L, DType.Int64) };
        string[] keys = ["_schedulers.0.base_lrs", "_schedulers.0.last_epoch", "_schedulers.1.T_cur", "_schedulers.1.T_i", "_schedulers.1.base_lrs", "_schedulers.1.last_epoch", "base_lrs", "last_epoch"];
        Assert.Equal(keys, state.Keys.Order(StringComparer.Ordinal));

        Refuse("'_schedulers.1.T_cur' is missing", state.Where(entry => entry.Key != "_schedulers.1.T_cur").ToDictionary());
        Refuse("unknown [best]", new Dictionary<string, Tensor>(state) { ["best"] = Tensor.Scalar(1.0, DType.Float64) });
        Refuse("holds 'base_lrs' as Float64 [1]; SequentialLR needs Float64 [2]", new Dictionary<string, Tensor>(state) { ["base_lrs"] = Tensor.From([0.1]) });
        Assert.Equal(1, schedule.LastEpoch);

        void Refuse(string message, IReadOnlyDictionary<string, Tensor> wrong) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => schedule.LoadStateDictionary(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_BadArguments_SayWhatIsNeeded()
    {
        Sgd optimizer = ScheduleTable.Optimizer(), other = ScheduleTable.Optimizer();
        AdaGrad plain = new([Tensor.Ones(1)]);
        Refuse("stepSize", () => new StepLR(optimizer, 0));
        Refuse("gamma", () => new ExponentialLR(optimizer, -1));
        Refuse("startFactor", () => new LinearLR(optimizer, 0));
        Refuse("endFactor", () => new LinearLR(optimizer, 1, 2));
        Refuse("factor", () => new ConstantLR(optimizer, 1.5));
        Refuse("halfPeriod", () => new CosineAnnealingLR(optimizer, 0));
        Refuse("growth", () => new CosineAnnealingWarmRestarts(optimizer, 5, 0));
        Refuse("power", () => new PolynomialLR(optimizer, 5, -1));
        Refuse("LambdaLR got 1 values for 2 groups", () => new LambdaLR(optimizer, [t => t]));
        Refuse("OneCycleLR got 3 values for 2 groups", () => new OneCycleLR(optimizer, [1, 2, 3], 10));
        Refuse("totalSteps", () => new OneCycleLR(optimizer, 1, 1));
        Refuse("which has no momentum; give cycleMomentum: false", () => new CyclicLR(plain, 0.1, 0.2));
        Refuse("0 ≤ low ≤ high < 1", () => new CyclicLR(optimizer, 0.1, 0.2, baseMomentum: 0.9, maxMomentum: 0.8));
        Refuse("factor", () => new ReduceLROnPlateau(optimizer, factor: 1));
        Refuse("got 0 schedules", () => new ChainedScheduler());
        Refuse("2 schedules of different optimizers", () => new ChainedScheduler(new StepLR(optimizer, 1), new StepLR(other, 1)));
        Refuse("milestones [5]", () => new SequentialLR([new StepLR(optimizer, 1)], [5]));
        Refuse("milestones [5, 5]", () => new SequentialLR([new StepLR(optimizer, 1), new StepLR(optimizer, 1), new StepLR(optimizer, 1)], [5, 5]));
        Refuse("then", () => new WarmUpLR(optimizer, 5, null!));

        static void Refuse(string message, Func<object> make) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    // PyTorch 1.13: five steps, linear, all down or all up.
    [Theory]
    [InlineData(0, new[] { 0.8000008, 0.6000016, 0.4000024, 0.2000032, 0.000004 })]
    [InlineData(1, new[] { 0.04, 0.28, 0.52, 0.76, 1 })]
    public void Step_OneCycleWithoutOneOfItsPhases_FollowsTheOther(double share, double[] rates)
    {
        OneCycleLR schedule = new(ScheduleTable.Optimizer(), 1, 5, share, AnnealStrategy.Linear, cycleMomentum: false);
        foreach ((int step, double rate) in rates.Index())
        {
            Assert.Equal(rate, schedule.LearningRates[0], 9);
            if (step < rates.Length - 1)
            {
                schedule.Step();
            }
        }

        Assert.Equal("warmUpShare", Assert.Throws<ArgumentException>(() => new OneCycleLR(ScheduleTable.Optimizer(), 1, 10, 0.1)).ParamName);
    }
}
