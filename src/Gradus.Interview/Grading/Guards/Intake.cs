using System.Globalization;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Refuses what is no answer: nothing, far too much, or bytes that are no text.</summary>
internal static class Intake
{
    /// <summary>Why an answer is refused unread, or null.</summary>
    public static string? Refuse(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return "The answer is empty. Say what you know, even if it is only the idea behind it.";
        }

        if (answer.Length > Grader.MaximumCharacters)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The answer has {answer.Length:N0} characters; at most {Grader.MaximumCharacters:N0} are read. Two to three spoken minutes are about 2,500.");
        }

        int strange = 0;
        foreach (char c in answer)
        {
            bool control = char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f');
            if (c == '\0')
            {
                return "The answer holds null characters: it is binary data, not text.";
            }

            strange += control || c is '\uFFFD' || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse ? 1 : 0;
        }

        return strange * 50 > answer.Length || strange > 100 ? $"The answer holds {strange} control or undecodable characters: it is binary data, not text." : null;
    }
}
