// A small GPT learns to write plays, character by character, from a million characters of Shakespeare; the last tenth of the text is kept for validation.
//   dotnet run -c Release --project examples/Shakespeare -- --seed 0 --checkpoints plays
// With a folder for checkpoints it can be stopped or killed at any time; the same command goes on and ends with the same text.
using Gradus.Examples;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Data.Sampling;
using Gradus.Learning.Data.Sequences;
using Gradus.Learning.Data.Text;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Learning.Training;
using Gradus.Tensors;

return Example.Run(args, ["seed=0", "steps=2000", "batch=16", "length=64", "validations=10", "write=400", "checkpoints="], run =>
{
    (ulong seed, int steps, int batch, int length) = ((ulong)run.Number("seed"), run.Number("steps", least: 1), run.Number("batch", least: 1), run.Number("length", least: 1));
    TextParts plays = Datasets.TinyShakespeare();
    CharacterVocabulary characters = CharacterVocabulary.Fit(plays.Train + plays.Validation);
    TokenWindows train = new(characters.Encode(plays.Train), length);
    TokenWindows validation = new(characters.Encode(plays.Validation), length, stride: length);

    CharacterGpt model = new(characters.Count, length);
    model.Initialize(seed);
    AdamW optimizer = new(model.Parameters(), beta2: 0.99, weightDecay: 0.1);
    OneCycleLR cycle = new(optimizer, maxRate: 3e-3, totalSteps: steps, warmUpShare: 0.1, cycleMomentum: false);
    CrossEntropy loss = new();

    // An epoch takes stretches from anywhere in the training text, then all of the validation text, each character once.
    Trainer trainer = new(
        model,
        optimizer,
        (output, next) => loss.Forward(output.Reshape(-1, characters.Count).AsLogits(), next.Reshape(-1)),
        new TrainerOptions
        {
            Steps = steps,
            ClipNorm = 1,
            Schedules = [new TrainingSchedule(cycle)],
            Checkpoints = run["checkpoints"].Length == 0 ? null : new CheckpointOptions(run["checkpoints"]) { EverySteps = 50 },
        });
    if (run["checkpoints"].Length > 0)
    {
        trainer.RestoreLast();
    }

    RandomSampler anywhere = new(train.Count, replacement: true, samples: Math.Max(1, steps / run.Number("validations", least: 1)) * batch);
    TrainingHistory history = trainer.Fit(new DataLoader(train, batch, seed: seed, sampler: anywhere), new DataLoader(validation, batchSize: 64), run);

    int[] written = model.Generate(characters.Encode("\n"), run.Number("write"), new TokenSampling { Temperature = 0.8, Seed = seed });
    Console.WriteLine(characters.Decode(written));
    Example.Tell("validation loss", history.Best!.ValidationLoss!.Value);
});
