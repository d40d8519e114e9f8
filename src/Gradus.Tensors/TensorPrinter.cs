using System.Globalization;
using System.Text;

namespace Gradus.Tensors;

/// <summary>Writes tensors as PyTorch prints them: aligned columns, four decimals, at most six numbers of a long dimension.</summary>
internal static class TensorPrinter
{
    private const int Most = 1000;
    private const int Edge = 3;

    internal static string Print(Tensor tensor)
    {
        double[] values = tensor.ToArray<double>();
        Func<double, string> format = Formatter(tensor.DType, values);
        int width = 0;
        foreach (double value in values)
        {
            width = Math.Max(width, format(value).Length);
        }

        StringBuilder text = new("tensor(");
        Write(text, tensor.Shape, values, 0, 7, value => tensor.Rank == 0 ? format(value) : format(value).PadLeft(width), values.Length > Most);
        if (tensor.ElementCount == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", size=({string.Join(", ", tensor.Shape.ToArray())})");
        }

        if (tensor.DType is DType.Float64 or DType.Int32 or DType.BFloat16 or DType.Int8)
        {
            text.Append(CultureInfo.InvariantCulture, $", dtype={tensor.DType}");
        }

        if (tensor.RequiresGrad)
        {
            text.Append(tensor.IsLeaf ? ", requiresGrad=true" : $", gradient={tensor.Node!.Name}");
        }

        return text.Append(')').ToString();
    }

    private static void Write(StringBuilder text, ReadOnlySpan<int> shape, ReadOnlySpan<double> values, int depth, int indent, Func<double, string> format, bool shorten)
    {
        if (shape.Length == 0)
        {
            text.Append(format(values[0]));
            return;
        }

        text.Append('[');
        int step = shape[0] == 0 ? 0 : values.Length / shape[0];
        for (int i = 0; i < shape[0]; i++)
        {
            if (i > 0)
            {
                text.Append(shape.Length == 1 ? ", " : "," + new string('\n', shape.Length - 1) + new string(' ', indent + depth + 1));
            }

            if (shorten && shape[0] > 2 * Edge && i == Edge)
            {
                text.Append("...");
                i = shape[0] - Edge - 1;
                continue;
            }

            Write(text, shape[1..], values.Slice(i * step, step), depth + 1, indent, format, shorten);
        }

        text.Append(']');
    }

    private static Func<double, string> Formatter(DType dtype, double[] values)
    {
        if (dtype == DType.Bool)
        {
            return value => value != 0 ? "True" : "False";
        }

        if (!dtype.IsFloatingPoint() && dtype != DType.BFloat16)
        {
            return value => value.ToString("0", CultureInfo.InvariantCulture);
        }

        double[] sizes = [.. values.Where(double.IsFinite).Select(Math.Abs).Where(size => size > 0)];
        double largest = sizes.Length == 0 ? 0 : sizes.Max();
        double smallest = sizes.Length == 0 ? 0 : sizes.Min();
        bool whole = Array.TrueForAll(values, value => !double.IsFinite(value) || value == Math.Round(value));
        string pattern = largest > 0 && (largest / smallest > 1000 || largest > 1e8 || (smallest < 1e-4 && !whole)) && !(whole && largest <= 1e8)
            ? "0.0000e+00"
            : whole ? "0'.'" : "0.0000";
        return value => double.IsNaN(value) ? "nan" : double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf") : value.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
