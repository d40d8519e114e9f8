namespace Gradus.Learning.Training;

/// <summary>What adds up over the steps of an epoch; part of a checkpoint, so everything can be read and set.</summary>
internal sealed class EpochSums
{
    /// <summary>The sum of losses times rows.</summary>
    public double Loss { get; set; }

    /// <summary>The rows that were learned from.</summary>
    public long Rows { get; set; }

    /// <summary>The sum of the norms of gradients.</summary>
    public double Norm { get; set; }

    /// <summary>How many norms.</summary>
    public int Norms { get; set; }

    /// <summary>The batches that were left out.</summary>
    public int Skipped { get; set; }

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The sums and counts of what the step function logged.</summary>
    public Dictionary<string, LoggedSum> Logged { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Takes over what another has added up.</summary>
    internal void Add(EpochSums other)
    {
        Loss += other.Loss;
        Rows += other.Rows;
        Norm += other.Norm;
        Norms += other.Norms;
        foreach ((string name, LoggedSum sum) in other.Logged)
        {
            LoggedSum before = Logged.GetValueOrDefault(name);
            Logged[name] = new LoggedSum(before.Sum + sum.Sum, before.Count + sum.Count);
        }
    }

    /// <summary>Forgets all but the learning rate.</summary>
    internal void Clear()
    {
        (Loss, Rows, Norm, Norms, Skipped) = (0, 0, 0, 0, 0);
        Logged.Clear();
    }

    /// <summary>The figures of the epoch.</summary>
    internal EpochRecord Record(int epoch, ValidationFigures validation) => new(
        epoch,
        Rows == 0 ? null : Loss / Rows,
        validation.Loss,
        validation.Metric,
        LearningRate,
        Norms == 0 ? null : Norm / Norms,
        Skipped)
    {
        Figures = Logged.ToDictionary(entry => entry.Key, entry => entry.Value.Sum / entry.Value.Count, StringComparer.Ordinal),
    };

    /// <summary>A sum of what was logged under a name.</summary>
    /// <param name="Sum">The sum.</param>
    /// <param name="Count">Of how many values.</param>
    internal readonly record struct LoggedSum(double Sum, long Count);
}
