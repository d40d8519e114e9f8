using Gradus.Interview.Questions;

namespace Gradus.Interview.Tests.Questions;

public sealed class QuestionTests
{
    [Fact]
    public void Facet_Members_AreTheFourPartsOfPrepInOrder() =>
        Assert.Equal(["Principle", "Reason", "Example", "Pitfall"], Enum.GetNames<Facet>());
}
