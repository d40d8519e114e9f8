using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>What is held once on a machine however many people work there: the bank that is shipped, the grader that has learned it, the queue of labs.</summary>
/// <param name="bank">The bank that is shipped.</param>
/// <param name="grader">A grader that has learned this bank already, or null to make one when it is first used.</param>
public sealed class SharedParts(Bank bank, Grader? grader = null) : IDisposable
{
    /// <summary>The bank that is shipped.</summary>
    public Bank Bank => bank;

    // Learning the bank's words takes a moment, which lists and labs need not wait for. What a person adds is graded by
    // the words of the shipped bank, so that a verdict does not depend on when the program was started.
    internal Lazy<Grader> Grader { get; } = new(() => grader ?? new Grader(bank));

    internal LabQueue Labs { get; } = new();

    /// <summary>Lets the grader learn the bank's words in the background, so that a person's first answer need not wait for it.</summary>
    /// <returns>What ends when it has.</returns>
    public Task WarmUp() => Task.Run(() => Grader.Value.WarmUp());

    /// <summary>Waits for the worker of the labs to leave; applications that use it are to be disposed of before.</summary>
    public void Dispose() => Labs.Dispose();
}
