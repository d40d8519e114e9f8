using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Contractions;

/// <summary>The labels of an einsum: one number for each dimension of each operand and of the result. The dimensions of an ellipsis get labels of their own, counted from the end.</summary>
internal sealed class EinsumEquation
{
    private const int FirstOfEllipsis = 1000; // above every letter

    private readonly string _text;

    internal EinsumEquation(string equation, IReadOnlyList<Tensor> operands)
    {
        _text = equation;
        string[] sides = equation.Replace(" ", "", StringComparison.Ordinal).Split("->");
        string[] terms = sides[0].Split(',');
        if (sides.Length > 2 || terms.Length != operands.Count)
        {
            throw Bad($"it names {terms.Length} operands and there are {operands.Count}");
        }

        int widest = 0;
        Inputs = new int[terms.Length][];
        for (int i = 0; i < terms.Length; i++)
        {
            int letters = terms[i].Replace("...", "", StringComparison.Ordinal).Length;
            int open = operands[i].Rank - letters;
            if (open < 0 || (open > 0 && !terms[i].Contains("...", StringComparison.Ordinal)))
            {
                throw Bad($"'{terms[i]}' has {letters} letters for an operand of shape {ShapeMath.Format(operands[i].Sizes)}");
            }

            Inputs[i] = Labels(terms[i], open);
            widest = Math.Max(widest, terms[i].Contains("...", StringComparison.Ordinal) ? open : 0);
            for (int d = 0; d < Inputs[i].Length; d++)
            {
                Note(Inputs[i][d], operands[i].Sizes[d]);
            }
        }

        Output = sides.Length == 2 ? Labels(sides[1], widest) : Implied(widest);
        if (Output.Distinct().Count() != Output.Length || Array.Exists(Output, label => !Sizes.ContainsKey(label)))
        {
            throw Bad("each letter of the result must come once and be in an operand");
        }
    }

    internal int[][] Inputs { get; }

    internal int[] Output { get; }

    /// <summary>The size of each label; sizes of 1 broadcast.</summary>
    internal Dictionary<int, int> Sizes { get; } = [];

    private void Note(int label, int size)
    {
        int known = Sizes.GetValueOrDefault(label, 1);
        if (known != 1 && size != 1 && known != size)
        {
            throw Bad($"'{Name(label)}' stands for sizes {known} and {size}");
        }

        Sizes[label] = known == 1 ? size : known;
    }

    private int[] Labels(string term, int open)
    {
        List<int> labels = [];
        for (int i = 0; i < term.Length; i++)
        {
            if (term.AsSpan(i).StartsWith("...", StringComparison.Ordinal))
            {
                labels.AddRange(Enumerable.Range(0, open).Select(d => FirstOfEllipsis + open - d));
                i += 2;
            }
            else
            {
                labels.Add(char.IsAsciiLetter(term[i]) ? term[i] : throw Bad($"'{term[i]}' is no letter"));
            }
        }

        return [.. labels];
    }

    // The ellipsis, then the letters that come once, in the order of the alphabet.
    private int[] Implied(int widest)
    {
        IEnumerable<int> once = Inputs.SelectMany(labels => labels).GroupBy(label => label).Where(group => group.Count() == 1 && group.Key < FirstOfEllipsis).Select(group => group.Key).Order();
        return [.. Enumerable.Range(0, widest).Select(d => FirstOfEllipsis + widest - d), .. once];
    }

    private static string Name(int label) => label > FirstOfEllipsis ? "..." : ((char)label).ToString();

    private ArgumentException Bad(string why) => new($"Einsum cannot read '{_text}': {why}.", "equation");
}
