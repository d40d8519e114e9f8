using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gradus.Labs.Running;

/// <summary>What a lab writes down while it runs: one value a seed for each measure, and the points of its curves.</summary>
/// <remarks>It also tells the progress, stops the run between two steps, and hashes everything that was written in the order of writing.</remarks>
internal sealed class LabNotebook : IDisposable
{
    private readonly Dictionary<string, List<double>> _measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(double X, double Y)>> _curves = new(StringComparer.Ordinal);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IProgress<LabProgress>? _progress;
    private readonly double _steps;
    private double _done;

    /// <summary>Opens an empty notebook.</summary>
    /// <param name="stepsPerSeed">How often <see cref="Step"/> is called for one seed, for the share that is done.</param>
    /// <param name="seeds">How many seeds will be run.</param>
    /// <param name="progress">Told of every point, or null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public LabNotebook(int stepsPerSeed, int seeds, IProgress<LabProgress>? progress, CancellationToken cancellationToken)
    {
        _steps = (double)stepsPerSeed * seeds;
        _progress = progress;
        CancellationToken = cancellationToken;
    }

    /// <summary>Stops the run.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Everything measured, by name in the order of first writing, as means over the seeds.</summary>
    public IReadOnlyDictionary<string, double> Means => _measures.ToDictionary(entry => entry.Key, entry => entry.Value.Average(), StringComparer.Ordinal);

    /// <summary>Notes that one step of the work is done, or stops there.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Step()
    {
        CancellationToken.ThrowIfCancellationRequested();
        _done = Math.Min(_steps, _done + 1);
    }

    /// <summary>Writes a measure of one seed down.</summary>
    /// <param name="name">The measure's name.</param>
    /// <param name="value">Its value.</param>
    public void Measure(string name, double value)
    {
        Append(name, value);
        ListOf(_measures, name).Add(value);
    }

    /// <summary>Writes a point of a curve down and tells the progress.</summary>
    /// <param name="seed">The seed that is run.</param>
    /// <param name="series">The curve's name.</param>
    /// <param name="x">The place.</param>
    /// <param name="y">The value.</param>
    public void Point(ulong seed, string series, double x, double y)
    {
        Trace(series, x, y);
        _progress?.Report(new LabProgress(seed, series, x, y, _done / _steps));
    }

    /// <summary>Writes a point of a picture down that is no news on the way.</summary>
    /// <param name="series">The curve's name.</param>
    /// <param name="x">The place.</param>
    /// <param name="y">The value.</param>
    public void Trace(string series, double x, double y)
    {
        Append(series, x);
        Append(series, y);
        ListOf(_curves, series).Add((x, y));
    }

    /// <summary>Whether a measure was written.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>True where it was.</returns>
    public bool Has(string name) => _measures.ContainsKey(name);

    /// <summary>The values of a measure, one a seed in the order of the seeds.</summary>
    /// <param name="name">The measure's name.</param>
    /// <returns>The values.</returns>
    /// <exception cref="KeyNotFoundException">Nothing of that name was written.</exception>
    public IReadOnlyList<double> Values(string name) => _measures[name];

    /// <summary>The mean of a measure over the seeds.</summary>
    /// <param name="name">The measure's name.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="KeyNotFoundException">Nothing of that name was written.</exception>
    public double Mean(string name) => _measures[name].Average();

    /// <summary>The points of a series as they were written.</summary>
    /// <param name="series">The name.</param>
    /// <returns>All points of all seeds.</returns>
    /// <exception cref="KeyNotFoundException">Nothing of that name was written.</exception>
    public IReadOnlyList<(double X, double Y)> Points(string series) => _curves[series];

    /// <summary>A curve over the seeds.</summary>
    /// <param name="series">The curve's name.</param>
    /// <returns>Means and range at each place.</returns>
    /// <exception cref="KeyNotFoundException">Nothing of that name was written.</exception>
    public Curve Curve(string series)
    {
        IGrouping<double, double>[] places = [.. _curves[series].OrderBy(point => point.X).GroupBy(point => point.X, point => point.Y)];
        return new Curve([.. places.Select(ys => ys.Key)], [.. places.Select(ys => ys.Average())], [.. places.Select(ys => ys.Min())], [.. places.Select(ys => ys.Max())]);
    }

    /// <summary>SHA-256 over names and bits of everything written so far.</summary>
    /// <returns>Sixty-four lower-case hexadecimal digits.</returns>
    public string Digest() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Gives the hash back.</summary>
    public void Dispose() => _hash.Dispose();

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
        {
            list = [];
            lists.Add(name, list);
        }

        return list;
    }

    private void Append(string name, double value)
    {
        Span<byte> bits = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bits, value);
        _hash.AppendData(Encoding.UTF8.GetBytes(name));
        _hash.AppendData([0]);
        _hash.AppendData(bits);
    }
}
