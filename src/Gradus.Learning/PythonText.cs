using System.Globalization;

namespace Gradus.Learning;

/// <summary>Writes values as Python prints them, so that a printed model reads like PyTorch's.</summary>
internal static class PythonText
{
    /// <summary>A float: 1 as 1.0, 0.00001 as 1e-05.</summary>
    internal static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.AsSpan().ContainsAny('.', 'e') || !double.IsFinite(value) ? text : text + ".0";
    }

    /// <summary>A tuple: (3, 3), and (3,) for one number.</summary>
    internal static string Tuple(params IReadOnlyList<int> values) => values.Count == 1 ? $"({values[0]},)" : $"({string.Join(", ", values)})";

    /// <summary>Two numbers, or one where they are equal.</summary>
    internal static string Pair(Tensors.Pair pair) => pair.Height == pair.Width ? pair.Height.ToString(CultureInfo.InvariantCulture) : pair.ToString();
}
