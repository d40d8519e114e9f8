using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>The bank of this repository with its grader, read once for all tests.</summary>
internal static class ShippedBank
{
    public static Bank Bank { get; } = Bank.Load(RepositoryRoot.Combine("bank"));

    public static Grader Grader { get; } = new(Bank);

    public static Verdict Grade(string id, string answer) =>
        Grader.Grade(Bank.Find(id) ?? throw new ArgumentException($"The bank has no question '{id}'.", nameof(id)), answer);

    public static bool Earns(string id, string point, string answer) => Grade(id, answer).Points.Single(item => item.Id == point).Earned;
}
