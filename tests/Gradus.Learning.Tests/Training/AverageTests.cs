using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

public sealed class AverageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Fit_Average_IsWhatIsValidatedAndPutBack()
    {
        SmallTraining averaged = new(new TrainerOptions { Epochs = 4 }, average: true);
        SmallTraining plain = new(new TrainerOptions { Epochs = 1, RestoreBest = false });
        ExponentialMovingAverage average = new(plain.Model.Parameters(), 0.8);

        TrainingHistory history = averaged.Fit(cancellationToken: Token);

        // By hand: the same steps with an average beside them, validated with the average in place.
        plain.Trainer.Fit(plain.Train, progress: new Watcher(progress => Update(progress, average)), cancellationToken: Token);
        using (average.Apply())
        {
            plain.Model.Eval();
            using NoGrad quiet = NoGrad.Enter();
            Tensor output = plain.Model.Forward(SmallTraining.Labelled(2, 20).Inputs);
            double expected = plain.Loss(output, SmallTraining.Labelled(2, 20).Targets).Item();
            Assert.Equal(expected, history.Epochs[0].ValidationLoss!.Value, 5);
        }

        averaged.Model.Eval();
        Tensor best = averaged.Model.Forward(SmallTraining.Labelled(2, 20).Inputs);
        Assert.Equal(history.Best!.ValidationLoss!.Value, averaged.Loss(best, SmallTraining.Labelled(2, 20).Targets).Item(), 5);
    }

    private static void Update(TrainingProgress progress, ExponentialMovingAverage average)
    {
        if (progress.Completed is null)
        {
            average.Update();
        }
    }
}
