using System.Globalization;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Evaluation;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>No junk earns marks, right answers in other words do, and turned-round facts do not.</summary>
public sealed class GraderHonestyTests
{
    private const double MostForJunk = 0.10;

    [Fact]
    public void Grade_Junk_NeverScoresAboveTenPercent()
    {
        List<string> praised = [];
        int count = 0;
        foreach (Question question in ShippedBank.Bank.Questions)
        {
            foreach ((string kind, string answer) in JunkAnswers.For(question))
            {
                Verdict verdict = ShippedBank.Grader.Grade(question, answer);
                count++;
                if (verdict.Score > MostForJunk)
                {
                    praised.Add($"{question.Id}, {kind}: {verdict.Score:0.00} for \"{answer[..Math.Min(answer.Length, 120)]}\"");
                }
            }
        }

        Assert.True(count >= 2000, $"only {count} junk answers");
        Assert.True(praised.Count == 0, $"{praised.Count} of {count} praised:\n{string.Join('\n', praised.GroupBy(line => line.Split(": ")[0].Split(", ")[1]).SelectMany(group => group.Take(5).Prepend($"{group.Key}: {group.Count()}")))}");
    }

    [Theory]
    [InlineData("dropout", "self-attention")]
    [InlineData("lstm", "accuracy-trap")]
    [InlineData("adam", "data-leakage")]
    [InlineData("self-attention", "data-leakage")]
    [InlineData("accuracy-trap", "adam")]
    [InlineData("zero-initialization", "data-leakage")]
    [InlineData("transfer-learning", "accuracy-trap")]
    [InlineData("temperature-and-platt-scaling", "lstm")]
    public void Grade_ModelAnswerOfAnotherQuestion_ScoresUnderTenPercent(string id, string other) =>
        Assert.InRange(ShippedBank.Grade(id, ShippedBank.Bank.Find(other)!.ModelAnswer).Score, 0, MostForJunk);

    [Fact]
    public void Grade_ModelAnswers_EarnTheirRubricAndAssertNothingWrong() =>
        Assert.All(ShippedBank.Bank.Questions, question =>
        {
            Verdict verdict = ShippedBank.Grader.Grade(question, question.ModelAnswer);
            Assert.True(verdict.Score >= 0.95, $"{question.Id}: {verdict.Score}");
            Assert.Empty(verdict.Misconceptions);
        });

    /// <summary>A transcript repeats words, and is not taken for shuffled ones.</summary>
    [Theory]
    [InlineData("batch-normalization")]
    [InlineData("dropout")]
    [InlineData("vanishing-gradients")]
    public void Grade_StammeredModelAnswer_EarnsNearlyTheSame(string id)
    {
        Question question = ShippedBank.Bank.Find(id)!;
        string[] words = question.ModelAnswer.Split("```")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string fluent = string.Join(' ', words), stammered = string.Join(' ', words.Select((word, i) => i % 4 == 0 && word.All(char.IsLetter) ? $"{word} uh {word}" : word));

        double said = ShippedBank.Grader.Grade(question, fluent).Score, stammeredScore = ShippedBank.Grader.Grade(question, stammered).Score;

        Assert.InRange(said, 0.3, 1);
        Assert.InRange(stammeredScore, 0.9 * said, 1);
    }

    [Fact]
    public void Grade_Evidence_IsQuotedFromTheAnswer() =>
        Assert.All(ShippedBank.Bank.Questions, question => Assert.All(
            ShippedBank.Grader.Grade(question, question.ModelAnswer).Points.Where(point => point.Evidence is not null),
            point => Assert.Equal(point.Evidence!.Text, question.ModelAnswer.Substring(point.Evidence.Start, point.Evidence.Length))));

    [Fact]
    public void Grade_FromManyThreads_SameVerdicts()
    {
        Grader grader = new(ShippedBank.Bank);
        Question question = ShippedBank.Bank.Find("dropout")!;
        Verdict expected = ShippedBank.Grader.Grade(question, question.ModelAnswer);
        Verdict[] verdicts = new Verdict[8];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(i => new Thread(() => verdicts[i] = grader.Grade(question, question.ModelAnswer)))];

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(verdicts, verdict => Assert.Equivalent(expected, verdict, strict: true));
    }

    [Theory]
    [InlineData("dropout", "p1", "While we train, every unit is switched off at random with some probability, and when we test all of them work.")]
    [InlineData("dropout", "p1", "um so in training you kind of randomly kill some of the neurons you know set the output to zero and later at test time they are all there")]
    [InlineData("dropout", "p8", "If you forget model.eval(), dropout stays on and the predictions are random at each call, so the score looks worse.")]
    [InlineData("underfitting-and-overfitting", "p1", "Underfitting: the model is too simple, so the error is high on the training set and on the validation set as well.")]
    [InlineData("zero-initialization", "p1", "All neurons in a layer with the same weights compute the same output and get the same gradient, so they stay identical forever.")]
    [InlineData("lstm", "p1", "It has a cell state and three gates, the forget gate, the input gate and the output gate.")]
    public void Grade_RightInOtherWords_Earns(string id, string point, string answer) => Assert.True(ShippedBank.Earns(id, point, answer), Explain(id, point, answer));

    [Theory]
    [InlineData("dropout", "p1", "Dropout does not set any unit to zero during training.")]
    [InlineData("dropout", "p8", "It does not matter whether somebody calls eval mode: dropout never affects predictions.")]
    [InlineData("lstm", "p1", "It has neither a cell state nor gates.")]
    [InlineData("zero-initialization", "p1", "Units with the same weights do not get the same gradient and do not stay identical.")]
    public void Grade_Denied_DoesNotEarn(string id, string point, string answer) => Assert.False(ShippedBank.Earns(id, point, answer), Explain(id, point, answer));

    [Theory]
    [InlineData("underfitting-and-overfitting", "High bias means overfitting, and high variance means underfitting.")]
    [InlineData("underfitting-and-overfitting", "Overfitting means that the training error is high and the validation error is low.")]
    public void Grade_ReversedRelation_EarnsNothing(string id, string answer) => Assert.DoesNotContain(ShippedBank.Grade(id, answer).Points, point => point.Earned);

    /// <summary>All else in the sentence is right: the word alone decides, and the verdict names it.</summary>
    [Theory]
    [InlineData("dropout", "p1", "Dropout zeroes some {0} at random in training, with probability p, and so the network cannot rely on a single one.", "activations", "weights")]
    [InlineData("autoencoders", "p1", "The {0} compresses the input into a small latent code and the decoder rebuilds the input from it.", "encoder", "generator")]
    [InlineData("self-attention", "p7", "Every token compares itself with every other token, so the cost grows {0} with the sequence length.", "quadratically", "exponentially")]
    [InlineData("accuracy-trap", "p2", "If two percent of the patients are sick, a model that always says healthy reaches {0} of 98 % and finds nobody.", "an accuracy", "a precision")]
    public void Grade_OneWrongWord_DoesNotEarn(string id, string point, string answer, string right, string wrong)
    {
        string righted = answer.Replace("{0}", right, StringComparison.Ordinal), wronged = answer.Replace("{0}", wrong, StringComparison.Ordinal);

        Assert.True(ShippedBank.Earns(id, point, righted), Explain(id, point, righted));
        Assert.False(ShippedBank.Earns(id, point, wronged), Explain(id, point, wronged));
        PointVerdict verdict = ShippedBank.Grade(id, wronged).Points.Single(item => item.Id == point);
        string word = wrong.Split(' ')[^1];
        Assert.Equal(word, verdict.WrongWord);
        Assert.Contains(word, verdict.Near!.Text, StringComparison.Ordinal);
        Assert.Contains($"“{word}” is the wrong word", verdict.Note, StringComparison.Ordinal);
        Assert.Null(ShippedBank.Grade(id, righted).Points.Single(item => item.Id == point).WrongWord);
    }

    /// <summary>What readers ticked holds no wrong word.</summary>
    [Theory]
    [InlineData("held-out")]
    [InlineData("held-out-seven-kinds")]
    [InlineData("seven-kinds")]
    [InlineData("cues-untuned")]
    public void Grade_FactsThatReadersTicked_AreNotBlamedForAWord(string kind) =>
        Assert.All(LabelledAnswer.Load(RepositoryRoot.Combine($"tests/Gradus.Content.Tests/Fixtures/labelled-answers-{kind}.jsonl")).AsParallel(), answer =>
            Assert.DoesNotContain(ShippedBank.Grade(answer.Question, answer.Answer).Points, point => answer.Covers.Contains(int.Parse(point.Id[1..], CultureInfo.InvariantCulture)) && point.WrongWord is not null));

    private static string Explain(string id, string point, string answer)
    {
        PointVerdict verdict = ShippedBank.Grade(id, answer).Points.Single(item => item.Id == point);
        return $"{id} {point}: credit {verdict.Credit}: {verdict.Fact}";
    }
}
