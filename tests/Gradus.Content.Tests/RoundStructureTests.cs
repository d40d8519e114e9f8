using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;

namespace Gradus.Content.Tests;

/// <summary>Answers to rounds that are judged by a structure of their own: good ones score high, each missing part costs, and phrases without content earn next to nothing.</summary>
public sealed class RoundStructureTests
{
    private const string Lay =
        "Imagine a colleague who has read a hundred thousand chest X-rays and now sees a heart MRI for the first time. She does not start from zero, since she knows anatomy and can tell normal from abnormal. "
        + "A pre-trained model is like her: it has learned edges, textures and shapes from millions of everyday pictures, and only the rest is taught anew on your own scans. "
        + "The benefit is that far fewer labeled scans are needed from your department, and training is faster and cheaper. "
        + "The limitation: its first school were everyday photographs, so where your pictures look very different it can even do harm, and what is special about medical images it still has to learn. "
        + "I would use it when you have only a few hundred or a few thousand labeled cases, and I would compare it with a model that was trained from scratch.";

    private const string Reasoned =
        "I have never implemented cross-attention, so let me start with what I do know: attention computes weights that say how much each input token counts for the output. "
        + "From first principles, the weights come out of a softmax, and because a softmax is smooth the gradient can flow back, so the layer can be trained by backpropagation. "
        + "A related example is self-attention, where queries, keys and values come from the same sequence; here I would expect the queries from one sequence and keys and values from another. "
        + "What I do not know is the exact code. It matters for translation, since the decoder has to look at what the encoder has read, and I would read the T5 decoder to find out.";

    private const string Phrases = "Imagine it. The benefit is a benefit. The limitation is a limitation. I would use it when you have it. I know that. Because of that it follows. It is similar to something. I do not know the rest, and it matters.";

    private static readonly string[] Concerns = ["data", "model", "training", "evaluation", "deployment"];

    [Fact]
    public void Teach_FourPartsForALayListener_ScoresHigh()
    {
        Verdict verdict = Judge("transfer-learning", Lay, RoundKind.Teach);

        AnswerStructure structure = verdict.Structure!;
        Assert.Equal(["intuition", "benefit", "limitation", "use"], structure.Parts.Select(part => part.Id));
        Assert.All(structure.Parts, part => Assert.Equal(1, part.Share));
        Assert.All(structure.Parts, part => Assert.Contains(part.Evidence!.Text, Lay, StringComparison.Ordinal));
        Assert.InRange(verdict.Score, 0.75, 1);
    }

    [Theory]
    [InlineData("The limitation", "limitation")]
    [InlineData("I would use it", "use")]
    public void Teach_PartLeftOut_IsNamedAndCosts(string begins, string part)
    {
        string shorter = string.Join(' ', Lay.Split(". ").Where(sentence => !sentence.StartsWith(begins, StringComparison.Ordinal)).Select(sentence => sentence.TrimEnd('.') + "."));

        Verdict whole = Judge("transfer-learning", Lay, RoundKind.Teach), verdict = Judge("transfer-learning", shorter, RoundKind.Teach);

        Assert.True(shorter.Length < Lay.Length);
        Assert.Equal([part], verdict.Structure!.Parts.Where(each => !each.IsPresent).Select(each => each.Id));
        Assert.True(verdict.Score <= whole.Score - 0.2, $"{verdict.Score} of {whole.Score}");
    }

    [Fact]
    public void Teach_Jargon_IsMarkedUnlessExplainedAndCosts()
    {
        Verdict plain = Judge("transfer-learning", Lay, RoundKind.Teach);
        Verdict jargon = Judge("transfer-learning", Lay + " We freeze the encoder and lower the learning rate of the optimizer.", RoundKind.Teach);
        Verdict explained = Judge("transfer-learning", Lay + " We lower the learning rate, which means that each lesson changes less.", RoundKind.Teach);

        Assert.Empty(plain.Structure!.Jargon);
        Assert.Equal(["encoder", "learning rate", "optimizer"], jargon.Structure!.Jargon.Select(term => term.Text));
        Assert.InRange(plain.Score - jargon.Score, 0.1, 0.3);
        Assert.Empty(explained.Structure!.Jargon);
    }

    [Fact]
    public void Unknown_FourMoves_ScoresHighThoughFactsAreMissing()
    {
        Verdict verdict = Judge("cross-attention", Reasoned, RoundKind.Unknown);

        Assert.All(verdict.Structure!.Parts, part => Assert.Equal(1, part.Share));
        Assert.Equal(["known", "principles", "example", "gap"], verdict.Structure.Parts.Select(part => part.Id));
        Assert.InRange(verdict.Score, 0.9, 1);
    }

    [Theory]
    [InlineData("I don't know.", 0.1)]
    [InlineData("I have never heard of it and I am not sure what it could be.", 0.15)]
    public void Unknown_BareRefusal_ScoresNextToNothing(string answer, double most) => Assert.InRange(Judge("cross-attention", answer, RoundKind.Unknown).Score, 0, most);

    [Fact]
    public void Unknown_GapWithoutItsMeaning_CountsHalf()
    {
        string untied = Reasoned[..Reasoned.IndexOf("What I do not know", StringComparison.Ordinal)] + "The exact code I do not know.";

        Assert.Equal(0.5, Judge("cross-attention", untied, RoundKind.Unknown).Structure!.Parts.Single(part => part.Id == "gap").Share);
    }

    [Fact]
    public void Unknown_RightAnswer_KeepsTheScoreOfTheRubric()
    {
        Question question = ShippedBank.Bank.Find("cross-attention")!;

        Verdict rubric = ShippedBank.Grader.Grade(question, question.ModelAnswer);

        Assert.True(Judge("cross-attention", question.ModelAnswer, RoundKind.Unknown).Score >= rubric.Score);
    }

    [Theory]
    [InlineData("transfer-learning", RoundKind.Teach)]
    [InlineData("cross-attention", RoundKind.Unknown)]
    [InlineData("clinical-design-template", RoundKind.System)]
    public void Phrases_WithoutContent_EarnNextToNothing(string question, RoundKind kind) => Assert.InRange(Judge(question, Phrases, kind).Score, 0, 0.15);

    [Theory]
    [InlineData(RoundKind.Teach)]
    [InlineData(RoundKind.Unknown)]
    [InlineData(RoundKind.System)]
    public void ReadNot_AnswerThatIsRefused_StaysRefused(RoundKind kind) => Assert.NotNull(Judge("clinical-design-template", "", kind).Refusal);

    [Fact]
    public void System_ModelAnswersOfAllConcerns_CoverEachOfThem()
    {
        string answer = string.Join("\n\n", Concerns.Select(concern => ShippedBank.Bank.Find($"clinical-design-{concern}")!.ModelAnswer));

        Verdict verdict = Judge("clinical-design-template", answer, RoundKind.System);

        Assert.Equal(Concerns, verdict.Structure!.Parts.Select(part => part.Id));
        Assert.All(verdict.Structure.Parts, part => Assert.InRange(part.Share, 0.8, 1));
    }

    [Fact]
    public void System_OneConcernAlone_IsHeardAloneAndTheOthersAreNamed()
    {
        Verdict verdict = Judge("clinical-design-template", ShippedBank.Bank.Find("clinical-design-deployment")!.ModelAnswer, RoundKind.System);

        Assert.Equal("deployment", verdict.Structure!.Parts.MaxBy(part => part.Share)!.Id);
        Assert.Contains(verdict.Structure.Parts, part => !part.IsPresent && part.Note.StartsWith("Nothing on it was heard.", StringComparison.Ordinal));
        Assert.InRange(verdict.Score, 0, 0.5);
    }

    [Fact]
    public void System_ModelAnswerOfTheQuestion_TouchesEveryConcern()
    {
        Verdict verdict = Judge("clinical-design-template", ShippedBank.Bank.Find("clinical-design-template")!.ModelAnswer, RoundKind.System);

        Assert.InRange(verdict.Score, 0.6, 1);
    }

    private static Verdict Judge(string id, string answer, RoundKind kind)
    {
        Question question = ShippedBank.Bank.Find(id)!;
        return ShippedBank.Grader.Judge(question, answer, kind, ShippedBank.Grader.Grade(question, answer));
    }
}
