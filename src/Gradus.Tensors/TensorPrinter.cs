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
        bool shorten = tensor.ElementCount > Most;
        Tensor shown = shorten ? Shorten(tensor) : tensor;
        string[] texts = Texts(shown);
        int width = tensor.Rank == 0 ? 0 : texts.Select(text => text.Length).DefaultIfEmpty().Max();
        StringBuilder text = new("tensor(");
        Write(text, tensor.Shape, shown.Shape, texts, 0, 7, width);
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

    /// <summary>The first and last few of each long dimension.</summary>
    private static Tensor Shorten(Tensor tensor)
    {
        using NoGrad none = NoGrad.Enter();
        Tensor shown = tensor.Detach();
        for (int axis = 0; axis < shown.Rank; axis++)
        {
            int size = shown.Shape[axis];
            shown = size > 2 * Edge ? Tensor.Cat([shown.Slice(axis, 0, Edge), shown.Slice(axis, size - Edge)], axis) : shown;
        }

        return shown;
    }

    private static string[] Texts(Tensor shown)
    {
        if (!shown.DType.IsFloatingPoint() && shown.DType is not (DType.BFloat16 or DType.Bool))
        {
            return [.. shown.ToArray<long>().Select(value => value.ToString(CultureInfo.InvariantCulture))];
        }

        double[] values = shown.ToArray<double>();
        return [.. values.Select(Formatter(shown.DType, values))];
    }

    private static void Write(StringBuilder text, ReadOnlySpan<int> shape, ReadOnlySpan<int> shown, ReadOnlySpan<string> values, int depth, int indent, int width)
    {
        if (shape.Length == 0)
        {
            text.Append(values[0].PadLeft(width));
            return;
        }

        text.Append('[');
        int step = shown[0] == 0 ? 0 : values.Length / shown[0];
        for (int i = 0; i < shown[0]; i++)
        {
            string next = shape.Length == 1 ? ", " : "," + new string('\n', shape.Length - 1) + new string(' ', indent + depth + 1);
            text.Append(i > 0 ? next : "");
            if (i == Edge && shown[0] < shape[0])
            {
                text.Append("...").Append(next);
            }

            Write(text, shape[1..], shown[1..], values.Slice(i * step, step), depth + 1, indent, width);
        }

        text.Append(']');
    }

    private static Func<double, string> Formatter(DType dtype, double[] values)
    {
        if (dtype == DType.Bool)
        {
            return value => value != 0 ? "True" : "False";
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
