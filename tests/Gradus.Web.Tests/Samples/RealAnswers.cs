namespace Gradus.Web.Tests.Samples;

/// <summary>Answers as people give them, for questions of the bank.</summary>
internal static class RealAnswers
{
    public const string AccuracyTrap =
        "Accuracy is the share of predictions that are right, and it misleads as soon as the classes are imbalanced. " +
        "If 95 % of the patients are never readmitted, a model that always answers \"no\" is right 95 times out of 100 and finds not a single patient who needed help.\n\n" +
        "The reason is that accuracy weighs every case the same, so the majority class drowns the minority. " +
        "I would look at recall and precision for the rare class, and at AUPRC, because it shows how well the positives are ranked. AUROC of that constant model is 0.5, which gives it away.\n\n" +
        "The pitfall is the threshold: 0.5 is rarely right when a missed patient costs more than a false alarm, so I choose it from the costs on validation data. " +
        "And if accuracy is high you can be sure the model has learned something.";
}
