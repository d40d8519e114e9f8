using System.Text;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>Some weeks of a person's reviews, from a seed: own cards with odd texts, graded answers, ratings, overrulings, ratings taken back, changed settings.</summary>
internal static class RandomLife
{
    private static readonly string[] Bits = ["loss", "∂L/∂w", "a < b & c > d", "\"quoted\"", "comma, semicolon;", "<script>alert(1)</script>", "two\nlines", "tab\there", "ü 😀 漢字", "&amp;", "{{c1::x}}", "#hash", "  spaces  inside", "'", "100 %"];

    public static void Live(Workbench bench, ulong seed, bool answers = true)
    {
        SeededChoice choice = new(seed);
        int cards = 1 + choice.Next(6);
        StringBuilder text = new("#separator:comma\n#html:false\n#guid column:1\n#deck column:2\n#tags column:5\n");
        for (int i = 0; i < cards; i++)
        {
            string[] fields = [$"guid-{seed}-{i}", choice.Next(2) == 0 ? "Deep::Learning" : "", $"Q{i} {Some(choice)}", Some(choice), choice.Next(2) == 0 ? "one two-três" : ""];
            text.AppendJoin(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes(text.ToString()), "cards.txt");
        Reviews reviews = bench.Application.Reviews;
        for (int i = 0; i < 40; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1 + choice.Next(200_000)));
            string question = choice.Next(2) == 0 && reviews.New() is [{ } fresh, ..] ? fresh.Question.Id
                : reviews.Due() is [{ } due, ..] ? due.Question.Id
                : $"question-{choice.Next(12)}";
            Rating rating = (Rating)(1 + choice.Next(4));
            switch (choice.Next(answers ? 10 : 8))
            {
                case 0:
                    reviews.Undo();
                    break;
                case 1:
                    reviews.Change(new Preferences { DesiredRetention = 0.8 + (0.01 * choice.Next(15)), NewPerDay = choice.Next(30) });
                    break;
                case > 7 when question.StartsWith("question-", StringComparison.Ordinal):
                    AnswerRecord answer = bench.Application.Practice.Answer(question, choice.Next(2) == 0 ? "p1 p2" : "p3", default);
                    if (choice.Next(2) == 0)
                    {
                        reviews.Rate(question, rating, answer.Id);
                    }

                    break;
                default:
                    reviews.Rate(question, rating);
                    break;
            }
        }
    }

    private static string Some(SeededChoice choice) => string.Join(' ', Enumerable.Range(0, 1 + choice.Next(4)).Select(_ => Bits[choice.Next(Bits.Length)])).Trim();
}
