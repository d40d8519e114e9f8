using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>The shipped bank passes its own linter.</summary>
public sealed class BankLintTests
{
    [Fact]
    public void Check_ShippedBank_HasNoErrors()
    {
        IReadOnlyList<BankIssue> issues = BankLinter.Check(RepositoryRoot.Combine("bank"));

        string errors = string.Join('\n', issues.Where(issue => issue.Severity == IssueSeverity.Error));
        Assert.True(errors.Length == 0, errors);
    }
}
