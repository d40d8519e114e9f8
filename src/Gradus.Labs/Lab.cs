namespace Gradus.Labs;

/// <summary>One experiment that puts one claim to the test.</summary>
public abstract class Lab
{
    /// <summary>The id, equal to that of the question it proves.</summary>
    public abstract string Id { get; }

    /// <summary>A short title.</summary>
    public abstract string Title { get; }

    /// <summary>The claim, in one sentence that a measurement can refute.</summary>
    public abstract string Hypothesis { get; }

    /// <summary>What the effect is, with its unit and the threshold that decides.</summary>
    public abstract string EffectDescription { get; }

    /// <summary>The heart of the experiment in about thirty lines of C#, to be read beside the result.</summary>
    public abstract string Code { get; }

    /// <summary>Whether the experiment can be repeated on the user's own table (<see cref="LabRequest.Table"/>).</summary>
    public virtual bool TakesTable => false;

    /// <summary>Runs the experiment.</summary>
    /// <param name="request">Seeds to run, and perhaps a table.</param>
    /// <param name="progress">Told of every point of every curve, or null.</param>
    /// <param name="cancellationToken">Stops the run between two training steps.</param>
    /// <returns>The result over all seeds; the same request gives the same bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="request"/> asks for less than one seed, or for too many.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> brings a table that the lab does not take, or one that does not answer yes and no.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract LabResult Run(LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken);
}
