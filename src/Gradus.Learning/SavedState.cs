using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Reads a state dictionary of numbers and tensors, and says what is missing, unknown or of the wrong shape.</summary>
/// <param name="owner">Whose state it is, for the message.</param>
/// <param name="state">The state.</param>
/// <param name="path">What stands before each key.</param>
internal sealed class SavedState(string owner, IReadOnlyDictionary<string, Tensor> state, string path = "")
{
    private HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The part of the state below a path.</summary>
    internal SavedState Under(string below) => new(owner, state, path + below) { _read = _read };

    internal static Tensor Of(double number) => Tensor.Scalar(number, DType.Float64).Keep();

    internal static Tensor Of(long count) => Tensor.Scalar(count, DType.Int64).Keep();

    internal bool Has(string key) => state.ContainsKey(path + key);

    /// <summary>The length of a vector, 0 where there is none.</summary>
    internal int Length(string key) => state.TryGetValue(path + key, out Tensor? value) && value.Rank == 1 ? value.Shape[0] : 0;

    internal double Number(string key) => Take(key, DType.Float64, []).Item();

    internal long Count(string key) => Take(key, DType.Int64, []).ToArray<long>()[0];

    internal double[] Numbers(string key, int length) => Take(key, DType.Float64, [length]).ToArray<double>();

    internal long[] Counts(string key, int length) => Take(key, DType.Int64, [length]).ToArray<long>();

    internal Tensor Like(string key, Tensor model) => Take(key, model.DType, model.Shape);

    /// <summary>Refuses what nobody has read.</summary>
    internal void End()
    {
        string[] unknown = [.. state.Keys.Where(key => !_read.Contains(key))];
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"The state does not fit {owner}: unknown [{string.Join(", ", unknown)}]. Was it saved from another kind or with other groups?", nameof(state));
        }
    }

    internal Tensor Take(string key, DType dtype, ReadOnlySpan<int> shape)
    {
        if (!state.TryGetValue(path + key, out Tensor? value))
        {
            throw new ArgumentException($"The state does not fit {owner}: '{path}{key}' is missing. Was it saved from another kind or with other groups?", nameof(state));
        }

        if (value.DType != dtype || !value.Shape.SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"The state holds '{path}{key}' as {value.DType} [{string.Join(", ", value.Shape.ToArray())}]; {owner} needs {dtype} [{string.Join(", ", shape.ToArray())}].", nameof(state));
        }

        _read.Add(path + key);
        return value;
    }
}
