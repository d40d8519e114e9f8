using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Teaches the grader the words of a bank.</summary>
internal static class BankWords
{
    public static void Teach(Bank bank, Vocabulary vocabulary, TermWeights weights, WordOrder order)
    {
        foreach (string form in bank.Lexicon.Concepts.Values.SelectMany(forms => forms))
        {
            vocabulary.Add(form, targets: true);
        }

        foreach (Question question in bank.Questions)
        {
            foreach (string cue in question.Points.SelectMany(point => point.Cues).Concat(question.Misconceptions.SelectMany(item => item.Cues)))
            {
                vocabulary.Add(Words(cue), targets: true);
            }

            foreach (string text in question.Points.Select(point => point.Fact).Concat(question.Misconceptions.SelectMany(item => new[] { item.Wrong, item.Right })))
            {
                vocabulary.Add(text, targets: true);
                weights.Add(text);
            }

            foreach (string sentence in question.ModelAnswer.Split(["\n\n", ". ", ".\n"], StringSplitOptions.RemoveEmptyEntries))
            {
                weights.Add(sentence);
            }

            order.Add(string.Join(' ', question.Points.Select(point => point.Fact)));
            order.Add(question.ModelAnswer);
            foreach (string passage in question.Points.SelectMany(point => point.Passages.Said))
            {
                order.Add(passage);
            }

            vocabulary.Add(question.ModelAnswer, targets: false);
            vocabulary.Add(question.Ask, targets: false);
        }

        foreach (string word in WordLists.Function)
        {
            vocabulary.Add(word, targets: false);
        }
    }

    private static string Words(string cue) =>
        CueParser.Parse(cue, out _) is { } parsed
            ? string.Join(' ', parsed.Slots.SelectMany(slot => slot.Parts).SelectMany(part => part).Where(term => term.Kind is CueTermKind.Word or CueTermKind.Phrase).Select(term => term.Text))
            : "";
}
