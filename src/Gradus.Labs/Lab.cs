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

    /// <summary>Runs the experiment.</summary>
    /// <param name="request">Seeds to run.</param>
    /// <param name="progress">Told of every point of every curve, or null.</param>
    /// <param name="cancellationToken">Stops the run between two training steps.</param>
    /// <returns>The result over all seeds; the same request gives the same bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="request"/> asks for less than one seed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract LabResult Run(LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken);
}
