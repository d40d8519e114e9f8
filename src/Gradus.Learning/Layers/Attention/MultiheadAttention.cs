using Gradus.Learning.Initializers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Multi-head attention (Vaswani et al., 2017), PyTorch's <c>nn.MultiheadAttention</c>: each head is softmax(Q Kᵀ / √d) V of projections of its own, and the heads side by side are projected once more.</summary>
/// <remarks>
/// <para>Query [queries, batch, embedDim], key [keys, batch, keyDim], value [keys, batch, valueDim], or with the batch first, or without a batch; output as the query.</para>
/// <para>Parameters <c>in_proj_weight</c> [3 · embedDim, embedDim] (or <c>q_proj_weight</c>, <c>k_proj_weight</c>, <c>v_proj_weight</c> where sizes differ), Xavier uniform; <c>in_proj_bias</c>, zeros; <c>bias_k</c>,
/// <c>bias_v</c>, Xavier normal; <c>out_proj.weight</c> as a linear layer's, <c>out_proj.bias</c> zeros.</para>
/// </remarks>
public sealed class MultiheadAttention : Module
{
    private readonly ModuleTensor? _packed;
    private readonly ModuleTensor[] _apart = [];
    private readonly ModuleTensor? _bias;
    private readonly ModuleTensor? _biasKey;
    private readonly ModuleTensor? _biasValue;
    private readonly Linear _output;
    /// <summary>Makes the layer.</summary>
    /// <param name="embedDim">The features of queries and of the output.</param>
    /// <param name="numHeads">Into how many heads they are cut.</param>
    /// <param name="dropout">The probability with which a weight after softmax is dropped, in training.</param>
    /// <param name="bias">Whether the projections add biases.</param>
    /// <param name="addBiasKv">Whether a learned key and value are put behind those of the input.</param>
    /// <param name="addZeroAttention">Whether a key and value of zeros are put behind those of the input.</param>
    /// <param name="keyDim">The features of the keys; those of the queries by default.</param>
    /// <param name="valueDim">The features of the values; those of the queries by default.</param>
    /// <param name="batchFirst">Whether tensors are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A number is too small or too large, or the heads do not divide the features.</exception>
    public MultiheadAttention(
        int embedDim, int numHeads, double dropout = 0, bool bias = true, bool addBiasKv = false, bool addZeroAttention = false, int? keyDim = null, int? valueDim = null,
        bool batchFirst = false, DType dtype = DType.Float32)
        : this(new MultiheadAttentionOptions(embedDim, numHeads, dropout, bias, addBiasKv, addZeroAttention, keyDim, valueDim, batchFirst, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public MultiheadAttention(MultiheadAttentionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        int width = options.EmbedDim;
        if (options.KeyDim == width && options.ValueDim == width)
        {
            _packed = RegisterParameter("in_proj_weight", Tensor.Zeros(options.DType, 3 * width, width));
        }
        else
        {
            _apart =
            [
                RegisterParameter("q_proj_weight", Tensor.Zeros(options.DType, width, width)),
                RegisterParameter("k_proj_weight", Tensor.Zeros(options.DType, width, options.KeyDim)),
                RegisterParameter("v_proj_weight", Tensor.Zeros(options.DType, width, options.ValueDim)),
            ];
        }

        _bias = options.Bias ? RegisterParameter("in_proj_bias", Tensor.Zeros(options.DType, 3 * width)) : null;
        if (options.AddBiasKv)
        {
            _biasKey = RegisterParameter("bias_k", Tensor.Zeros(options.DType, 1, 1, width));
            _biasValue = RegisterParameter("bias_v", Tensor.Zeros(options.DType, 1, 1, width));
        }

        _output = RegisterModule("out_proj", new Linear(new LinearOptions(width, width, options.Bias, options.DType) { BiasInitializer = new Zeros() }));
    }

    /// <summary>How the layer was made.</summary>
    public MultiheadAttentionOptions Options { get; }

    // How many keys and values the options put behind those of the input.
    private int Extra => (Options.AddBiasKv ? 1 : 0) + (Options.AddZeroAttention ? 1 : 0);

    /// <summary>Attends.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="key">The keys; the same tensor as the query for self-attention, which is projected in one product.</param>
    /// <param name="value">The values.</param>
    /// <param name="keyPaddingMask">Which keys of each row are hidden (bool, true where hidden: the opposite of <c>ScaledDotProductAttention</c>, as in PyTorch) or what is added to the scores, [batch, keys].</param>
    /// <param name="needWeights">Whether the weights are returned; without them the fused attention is used, which is faster and needs less memory.</param>
    /// <param name="attentionMask">What is hidden from each query (bool, true where hidden) or added to its scores, [queries, keys] or [batch · heads, queries, keys].</param>
    /// <param name="averageWeights">Whether weights are averaged over heads.</param>
    /// <param name="causal">Whether query i sees keys 0 to i only.</param>
    /// <returns>The output, and the weights after softmax and dropout, [batch, queries, keys] or with the heads behind the batch; null when not needed. A query that may see no key gets 0 (NaN in PyTorch).</returns>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names both.</exception>
    public (Tensor Output, Tensor? Weights) Forward(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask = null, bool needWeights = true, Tensor? attentionMask = null, bool averageWeights = true, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        Span<Tensor> inputs = [query, key, value];
        Enter(inputs);
        Demand(inputs[0], inputs[1], inputs[2]);
        bool single = inputs[0].Rank == 2;
        (Tensor q, Tensor k, Tensor v) = Project(inputs[0], inputs[1], inputs[2]);
        (int batch, int queries, int keys) = (q.Shape[0], q.Shape[2], k.Shape[2]);
        bool triangle = causal && !needWeights && attentionMask is null && keyPaddingMask is null && Extra == 0;
        Tensor? mask = AttentionMask.Join(attentionMask, keyPaddingMask, causal && !triangle, batch, Options.NumHeads, queries, keys, q.DType);
        (k, v, mask) = Extend(k, v, mask);
        double dropout = Training ? Options.Dropout : 0;
        Rng? rng = dropout > 0 ? Stream("dropout") : null;
        Tensor? weights = needWeights ? AttentionWeights.Of(q, k, mask, dropout, rng) : null;
        Tensor heads = weights is null
            ? q.ScaledDotProductAttention(k, v, mask, dropout, triangle, rng: rng)
            : weights.MatMul(v);
        Tensor output = _output.Forward(Join(heads, single));
        output = Leave(inputs, output);
        weights = weights is not null && averageWeights ? weights.Mean(1) : weights;
        return (output, single ? weights?.Squeeze(0) : weights);
    }

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output)
    {
        (Tensor query, Tensor key, Tensor value) = (inputs[0], inputs[1], inputs[2]);
        int axis = Options.BatchFirst && key.Rank == 3 ? 1 : 0;
        long projections = (query.ElementCount + (long)key.ElementCount + value.ElementCount) * Options.EmbedDim;

        // Scores and weighted sums: each value of the queries with each key, twice.
        return projections + (2L * query.ElementCount * (key.Shape[axis] + Extra));
    }

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => field?.Everything();

    /// <inheritdoc/>
    protected override string Describe() => $"embed_dim={Options.EmbedDim}, num_heads={Options.NumHeads}{(Options.Dropout == 0 ? "" : $", dropout={PythonText.Number(Options.Dropout)}")}{(Options.BatchFirst ? ", batch_first=True" : "")}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        foreach (ModuleTensor weight in _packed is null ? _apart : [_packed])
        {
            new XavierUniform().Fill(weight.Stored, rng);
        }

        _bias?.Stored.Fill(0);
        if (_biasKey is not null && _biasValue is not null)
        {
            new XavierNormal().Fill(_biasKey.Stored, rng);
            new XavierNormal().Fill(_biasValue.Stored, rng);
        }
    }

    // Queries, keys and values as [batch, heads, time, features of a head].
    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        int width = Options.EmbedDim;
        if (_packed is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            Tensor[] parts = query.Linear(_packed.Value, _bias?.Value).Chunk(3, -1);
            return (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));
        }

        Tensor[] weights = _packed is null ? [.. _apart.Select(weight => weight.Value)] : _packed.Value.Split(width);
        Tensor[]? biases = _bias?.Value.Split(width);
        return (Heads(query.Linear(weights[0], biases?[0])), Heads(key.Linear(weights[1], biases?[1])), Heads(value.Linear(weights[2], biases?[2])));
    }

    private Tensor Heads(Tensor x)
    {
        int heads = Options.NumHeads, width = Options.EmbedDim / heads;
        Tensor batched = x.Rank == 3 ? x : x.Unsqueeze(Options.BatchFirst ? 0 : 1);
        Tensor cut = batched.Unflatten(2, [heads, width]);
        return Options.BatchFirst ? cut.Permute(0, 2, 1, 3) : cut.Permute(1, 2, 0, 3);
    }

    private Tensor Join(Tensor heads, bool single)
    {
        (int batch, int time) = (heads.Shape[0], heads.Shape[2]);
        Tensor joined = Options.BatchFirst
            ? heads.Permute(0, 2, 1, 3).Reshape(batch, time, Options.EmbedDim)
            : heads.Permute(2, 0, 1, 3).Reshape(time, batch, Options.EmbedDim);
        return single ? joined.Squeeze(Options.BatchFirst ? 0 : 1) : joined;
    }

    // The keys and values that the options put behind those of the input; no mask hides them.
    private (Tensor Key, Tensor Value, Tensor? Mask) Extend(Tensor key, Tensor value, Tensor? mask)
    {
        (int batch, int heads, int keys, int width) = (key.Shape[0], key.Shape[1], key.Shape[2], key.Shape[3]);
        if (Extra == 0)
        {
            return (key, value, mask);
        }

        List<Tensor> allKeys = [key], allValues = [value];
        if (_biasKey is not null && _biasValue is not null)
        {
            allKeys.Add(_biasKey.Value.Reshape(1, heads, 1, width).Expand(batch, heads, 1, width));
            allValues.Add(_biasValue.Value.Reshape(1, heads, 1, width).Expand(batch, heads, 1, width));
        }

        if (Options.AddZeroAttention)
        {
            Tensor zero = Tensor.Zeros(key.DType, batch, heads, 1, width);
            allKeys.Add(zero);
            allValues.Add(zero);
        }

        if (mask is not null)
        {
            Tensor seen = mask.DType == DType.Bool ? Tensor.Full(1, DType.Bool, [.. mask.Shape[..^1], Extra]) : Tensor.Zeros(mask.DType, [.. mask.Shape[..^1], Extra]);
            mask = Tensor.Cat([mask, seen], -1);
        }

        return (Tensor.Cat(allKeys, 2), Tensor.Cat(allValues, 2), mask);
    }

    private void Demand(Tensor query, Tensor key, Tensor value)
    {
        int rank = query.Rank, time = Options.BatchFirst && rank == 3 ? 1 : 0, batch = 1 - time;
        bool fits = rank is 2 or 3 && key.Rank == rank && value.Rank == rank
            && query.Shape[^1] == Options.EmbedDim && key.Shape[^1] == Options.KeyDim && value.Shape[^1] == Options.ValueDim && key.Shape[time] == value.Shape[time]
            && (rank == 2 || (query.Shape[batch] == key.Shape[batch] && query.Shape[batch] == value.Shape[batch]));
        if (!fits)
        {
            string order = Options.BatchFirst ? "batch, time" : "time, batch";
            throw new ArgumentException(
                $"MultiheadAttention({Options.EmbedDim}, {Options.NumHeads}) got a query of shape [{string.Join(", ", query.Shape.ToArray())}], a key of [{string.Join(", ", key.Shape.ToArray())}] and a value of [{string.Join(", ", value.Shape.ToArray())}]; "
                + $"they must be [{order}, {Options.EmbedDim}], [{order}, {Options.KeyDim}] and [{order}, {Options.ValueDim}] with one batch, and as many values as keys.", nameof(query));
        }
    }
}
