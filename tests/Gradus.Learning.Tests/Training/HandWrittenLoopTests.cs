using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

/// <summary>A trainer does what the loop that everybody writes does, to the bit.</summary>
public sealed class HandWrittenLoopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Fit_OneModel_EqualsTheLoop()
    {
        SmallTraining trained = new(new TrainerOptions { Epochs = 3, ClipNorm = 0.5, RestoreBest = false });
        SmallTraining looped = new(new TrainerOptions());
        Cooling schedule = (Cooling)looped.Options.Schedules[0].Schedule;

        TrainingHistory history = trained.Fit(cancellationToken: Token);
        List<double> losses = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            looped.Model.Train();
            double sum = 0;
            foreach (Batch batch in looped.Train.Epoch(epoch))
            {
                looped.Optimizer.ZeroGrad();
                Tensor loss = looped.Loss(looped.Model.Forward(batch.Inputs), batch.Targets);
                loss.Backward();
                GradientNorm.Clip(looped.Optimizer.Parameters, 0.5);
                looped.Optimizer.Step();
                schedule.Step();
                sum += loss.Item() * batch.Inputs.Shape[0];
            }

            losses.Add(sum / SmallTraining.Rows);
        }

        Assert.Equal(looped.Bits(), trained.Bits());
        Assert.Equal(losses, history.Epochs.Select(epoch => epoch.TrainLoss!.Value));
    }

    [Fact]
    public void Fit_Gan_EqualsTheLoop()
    {
        (Sequential generator, Sequential discriminator, Optimizer g, Optimizer d) = Gan();
        Trainer trainer = new(
            new TrainingParts
            {
                Models = new Dictionary<string, Module> { ["generator"] = generator, ["discriminator"] = discriminator },
                Optimizers = new Dictionary<string, Optimizer> { ["generator"] = g, ["discriminator"] = d },
            },
            step =>
            {
                Tensor fake = generator.Forward(Tensor.Randn(step.Rng, step.Batch.Inputs.Shape[0], 2));
                Tensor judged = Judge(discriminator, step.Batch.Inputs, 1) + Judge(discriminator, fake.Detach(), 0);
                step.Update(judged, d);
                Tensor fooled = Judge(discriminator, fake, 1);
                step.Update(fooled, g);
                step.Log("discriminator", judged.Item());
            },
            options: new TrainerOptions { Epochs = 2, Seed = 5 });
        DataLoader rows = new(SmallTraining.Labelled(4, 40), 8, shuffle: true, seed: 2);

        TrainingHistory history = trainer.Fit(rows, cancellationToken: Token);

        (Sequential generator2, Sequential discriminator2, Optimizer g2, Optimizer d2) = Gan();
        List<double> judgements = [];
        int total = 0;
        for (int epoch = 0; epoch < 2; epoch++)
        {
            foreach (Batch batch in rows.Epoch(epoch))
            {
                Tensor fake = generator2.Forward(Tensor.Randn(new Rng(5).Split("step").Split(total++), batch.Inputs.Shape[0], 2));
                d2.ZeroGrad();
                Tensor judged = Judge(discriminator2, batch.Inputs, 1) + Judge(discriminator2, fake.Detach(), 0);
                judged.Backward();
                d2.Step();
                g2.ZeroGrad();
                Judge(discriminator2, fake, 1).Backward();
                g2.Step();
                judgements.Add(judged.Item());
            }
        }

        Assert.Equal(Values(generator2), Values(generator));
        Assert.Equal(Values(discriminator2), Values(discriminator));
        Assert.Equal([judgements[..5].Average(), judgements[5..].Average()], history.Epochs.Select(epoch => epoch.Figures["discriminator"]));
    }

    private static (Sequential Generator, Sequential Discriminator, Optimizer G, Optimizer D) Gan()
    {
        Sequential generator = new(new Linear(2, 8), new BatchNorm1d(8), new ReLU(), new Linear(8, 5));
        Sequential discriminator = new(new Linear(5, 8), new LeakyReLU(0.2), new Dropout(0.2), new Linear(8, 1));
        generator.Initialize(1);
        discriminator.Initialize(2);
        return (generator, discriminator, new Adam(generator.Parameters(), 0.01), new Adam(discriminator.Parameters(), 0.02));
    }

    private static Tensor Judge(Sequential discriminator, Tensor rows, double label)
    {
        Tensor logits = discriminator.Forward(rows);
        return new BinaryCrossEntropyWithLogits().Forward(logits.AsLogits(), Tensor.Full(label, DType.Float32, logits.Shape));
    }

    private static float[][] Values(Sequential model) => [.. model.StateDictionary().Values.Select(value => value.ToArray<float>())];
}
