using System.Globalization;
using System.Text.Encodings.Web;
using Gradus.Hosting.Services.Library;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;

namespace Gradus.Web.Serving;

/// <summary>A search of the library as an address: <c>/library?q=words&amp;topic=ID&amp;level=1&amp;kind=concept&amp;profile=ID&amp;lab=yes&amp;state=new</c>.</summary>
internal static class LibraryAddress
{
    private const int LongestText = 400;

    /// <summary>Reads what a form or a link asks for; empty fields do not narrow.</summary>
    /// <exception cref="ArgumentException">A level, a kind, a state or a lab is none.</exception>
    public static LibraryQuery Read(IQueryCollection query)
    {
        string text = query["q"].ToString().Trim();
        return new LibraryQuery
        {
            Text = text.Length <= LongestText ? text : text[..LongestText],
            Topic = Value(query, "topic"),
            Level = Value(query, "level") is { } level ? Level(level) : null,
            Kind = Value(query, "kind") is { } kind ? Named<QuestionKind>("kind", kind) : null,
            Profile = Value(query, "profile"),
            HasLab = Value(query, "lab") is { } lab ? lab switch { "yes" => true, "no" => false, _ => throw new ArgumentException($"lab is '{Short(lab)}'; it is yes or no.", nameof(query)) } : null,
            State = Value(query, "state") is { } state ? Named<MasteryState>("state", state) : null,
        };
    }

    /// <summary>The address of a search.</summary>
    public static string Of(LibraryQuery query)
    {
        (string Name, string? Value)[] fields =
        [
            ("q", query.Text.Length > 0 ? query.Text : null), ("topic", query.Topic), ("level", query.Level?.ToString(CultureInfo.InvariantCulture)), ("kind", query.Kind?.ToString().ToLowerInvariant()),
            ("profile", query.Profile), ("lab", query.HasLab is { } lab ? (lab ? "yes" : "no") : null), ("state", query.State?.ToString().ToLowerInvariant()),
        ];
        string given = string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={UrlEncoder.Default.Encode(field.Value!)}"));
        return given.Length == 0 ? "/library" : "/library?" + given;
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    private static int Level(string text) => text is "1" or "2" or "3" ? text[0] - '0' : throw new ArgumentException($"level is '{Short(text)}'; it is 1, 2 or 3.", nameof(text));

    private static TEnum Named<TEnum>(string field, string text)
        where TEnum : struct, Enum =>
        !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out TEnum value) && Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"{field} is '{Short(text)}'; it is one of {string.Join(", ", Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant()))}.", nameof(text));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
