using System.Security.Cryptography;
using System.Text;
using Gradus.Learning.Data;
using Gradus.Learning.Training.Checkpoints;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Runs;

/// <summary>A fingerprint of data, so that two runs can be known to have learned from the same rows.</summary>
public static class DataDigest
{
    private const int RowsAtOnce = 1024;

    /// <summary>The SHA-256 of a data set: for inputs and then targets of each 1,024 rows the element type, the sizes and the values, little-endian.</summary>
    /// <param name="dataset">The rows, read once in order.</param>
    /// <returns>The digest in hexadecimal digits.</returns>
    public static string Of(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int from = 0; from < dataset.Count; from += RowsAtOnce)
        {
            using TensorScope scope = new();
            Batch rows = dataset.Take([.. Enumerable.Range(from, Math.Min(RowsAtOnce, dataset.Count - from))]);
            Add(digest, rows.Inputs);
            Add(digest, rows.Targets);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Add(IncrementalHash digest, Tensor tensor)
    {
        Tensor values = tensor.Contiguous();
        digest.AppendData(Encoding.UTF8.GetBytes($"{values.DType} [{string.Join(", ", values.Shape.ToArray())}]\n"));
        for (int from = 0; from < values.ElementCount; from += CheckpointForm.PieceElements)
        {
            digest.AppendData(CheckpointForm.Bytes(values, from, Math.Min(CheckpointForm.PieceElements, values.ElementCount - from)));
        }

        GC.KeepAlive(values);
    }
}
