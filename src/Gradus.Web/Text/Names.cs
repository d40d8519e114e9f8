using System.Globalization;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Web.Text;

/// <summary>Ids and numbers as people read them.</summary>
internal static class Names
{
    /// <summary>An id as a title: "regularization-and-normalization" is "Regularization and normalization".</summary>
    public static string Title(string id)
    {
        string words = id.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A topic's title.</summary>
    public static string Topic(string id) => Topics.Find(id)?.Title ?? Title(id);

    /// <summary>A question's level in a word.</summary>
    public static string Level(int level) => level switch { 1 => "Foundation", 2 => "Working knowledge", _ => "Advanced" };

    /// <summary>A profile's title.</summary>
    public static string Profile(string id) => Profiles.Find(id)?.Title ?? Title(id);

    /// <summary>A share as a percentage: "72 %".</summary>
    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "\u00a0%";

    /// <summary>A measured number: four significant figures.</summary>
    public static string Number(double value) =>
        !double.IsFinite(value) ? "not defined"
        : value == 0 || (Math.Abs(value) >= 0.001 && Math.Abs(value) < 100_000) ? Significant(value).ToString("0.######", CultureInfo.InvariantCulture)
        : value.ToString("0.###e0", CultureInfo.InvariantCulture);

    /// <summary>What a score amounts to, in a word.</summary>
    public static string Score(double score) => score >= 0.85 ? "Excellent" : score >= 0.65 ? "Strong" : score >= 0.4 ? "Partly there" : score > 0 ? "Much is missing" : "Nothing earned";

    /// <summary>The title of a question, or its id where the bank has it no more.</summary>
    public static string Question(Bank bank, string id) => bank.Find(id)?.Title ?? Title(id);

    /// <summary>What a facet asks for.</summary>
    public static string Facet(Facet facet) => facet.ToString();

    /// <summary>How well a question is known.</summary>
    public static string State(MasteryState state) => state.ToString();

    /// <summary>What a rating means.</summary>
    public static string Rating(Rating rating) => rating.ToString();

    private static double Significant(double value)
    {
        int digits = value == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 7);
        return Math.Round(value, digits);
    }
}
