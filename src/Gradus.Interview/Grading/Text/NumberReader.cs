using System.Globalization;

namespace Gradus.Interview.Grading.Text;

/// <summary>Reads numbers in every usual spelling: 0.5, .5, 1/2, 50 %, half, "fifty percent", "zero point seven", 1e-3, 10^-3, 24,832.</summary>
internal static class NumberReader
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    private static readonly Dictionary<string, double> Parts = new(StringComparer.Ordinal)
    {
        ["half"] = 0.5,
        ["halves"] = 0.5,
        ["third"] = 1 / 3.0,
        ["quarter"] = 0.25,
        ["tenth"] = 0.1,
        ["hundredth"] = 0.01,
        ["thousandth"] = 0.001,
    };

    /// <summary>The numbers of a text, in order; overlapping readings (2 and 1/2) are all given.</summary>
    public static List<NumberSpan> Read(Token[] tokens)
    {
        List<NumberSpan> found = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number)
            {
                Digits(tokens, i, found);
            }
            else if (tokens[i].IsWord && (Units.ContainsKey(tokens[i].Form) || tokens[i].Form is "point" or "hundred" or "thousand"))
            {
                i = Words(tokens, i, found);
            }
            else if (tokens[i].IsWord && Parts.TryGetValue(tokens[i].Form, out double part))
            {
                found.Add(new NumberSpan(i, i, part, Percent: true));
            }
        }

        return found;
    }

    private static void Digits(Token[] tokens, int i, List<NumberSpan> found)
    {
        double value = double.Parse(tokens[i].Form, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return;
        }

        string Form(int at) => at < tokens.Length ? tokens[at].Form : "";
        if (Form(i + 1) == "%" || Form(i + 1) is "percent" or "pct" || (Form(i + 1) == "per" && Form(i + 2) == "cent"))
        {
            found.Add(new NumberSpan(i, i + 1, value / 100, Percent: true));
            return;
        }

        double factor = Form(i + 1) switch { "k" or "thousand" => 1e3, "m" or "million" => 1e6, "billion" => 1e9, _ => 1 };
        found.Add(new NumberSpan(i, factor == 1 ? i : i + 1, value * factor, Percent: false));
        if (Form(i + 1) == "/" && i + 2 < tokens.Length && tokens[i + 2].Kind == TokenKind.Number && double.TryParse(Form(i + 2), CultureInfo.InvariantCulture, out double below) && below != 0)
        {
            found.Add(new NumberSpan(i, i + 2, value / below, Percent: true));
        }

        if (Form(i + 1) == "^")
        {
            int at = i + 2;
            at += Form(at) is "{" or "(" ? 1 : 0;
            bool negative = Form(at) == "-";
            at += negative ? 1 : 0;
            if (at < tokens.Length && tokens[at].Kind == TokenKind.Number && double.TryParse(tokens[at].Form, CultureInfo.InvariantCulture, out double power) && power < 40)
            {
                found.Add(new NumberSpan(i, at, Math.Pow(value, negative ? -power : power), Percent: false));
            }
        }
    }

    private static int Words(Token[] tokens, int start, List<NumberSpan> found)
    {
        double total = 0;
        double current = 0;
        int at = start;
        bool any = false;
        for (; at < tokens.Length && tokens[at].IsWord; at++)
        {
            string form = tokens[at].Form;
            if (Units.TryGetValue(form, out double unit) && (!any || (current == 0 && total > 0) || CanFollow(current, unit)))
            {
                current += unit;
            }
            else if (form == "hundred" && current < 100)
            {
                current = Math.Max(1, current) * 100;
            }
            else if (form is "thousand" or "million")
            {
                total += Math.Max(1, current) * (form == "thousand" ? 1e3 : 1e6);
                current = 0;
            }
            else
            {
                break;
            }

            any = true;
        }

        double value = total + current;
        if (at < tokens.Length && tokens[at].Form == "point" && at + 1 < tokens.Length && Units.TryGetValue(tokens[at + 1].Form, out double digit))
        {
            double place = 0.1;
            for (at++; at < tokens.Length && Units.TryGetValue(tokens[at].Form, out digit); at++)
            {
                value += digit < 10 ? digit * place : digit * place / 10;
                place /= digit < 10 ? 10 : 100;
            }

            any = true;
        }

        if (!any)
        {
            return start;
        }

        bool percent = at < tokens.Length && (tokens[at].Form is "percent" or "%" || (tokens[at].Form == "per" && at + 1 < tokens.Length && tokens[at + 1].Form == "cent"));
        found.Add(new NumberSpan(start, at - 1, percent ? value / 100 : value, percent));
        return at - 1;
    }

    private static bool CanFollow(double current, double unit) => (current % 100 == 0 && current > 0) || (current % 10 == 0 && current % 100 >= 20 && unit < 10);
}
