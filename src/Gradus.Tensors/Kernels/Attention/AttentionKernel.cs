using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Attention;

/// <summary>
/// Scaled dot-product attention in float32, head by head and block of queries by block of queries: scores, softmax and the sum of values follow each other while the scores are in the cache.
/// A head's gradients of keys and values are summed in the order of its blocks by one thread, so that the count of threads does not change a bit.
/// </summary>
internal static unsafe class AttentionKernel
{
    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const long Least = 200_000;

    internal static void Forward(AttentionCall call) => Run(&call, &ForwardPart, call.Heads * call.Blocks);

    internal static void Backward(AttentionCall call) => Run(&call, &BackwardPart, call.Heads);

    /// <summary>The factors of dropout for <paramref name="rows"/> rows: a function of head, query and key alone.</summary>
    internal static void Drop(in AttentionCall call, nint head, nint query, nint rows, nint visible, float* factors)
    {
        // Rows begin at multiples of four, where the stream's blocks begin.
        ulong width = ((ulong)call.Keys + 3) & ~3ul;
        for (nint r = 0; r < rows; r++)
        {
            RngState state = call.Random with { Position = call.Random.Position + ((ulong)((head * call.Queries) + query + r) * width) };
            DropoutKernel.Mask(call.Isa, factors + (r * visible), visible, state, call.Dropout, (float)(1 / (1 - call.Dropout)));
        }
    }

    private static void Run(AttentionCall* call, delegate*<void*, int, void> part, nint items)
    {
        long work = (long)call->Heads * call->Queries * call->Keys * (call->Depth + call->ValueDepth);
        if (GradusThreads.Count > 1 && work >= Least)
        {
            WorkerPool.Run(part, call, (int)items);
            return;
        }

        for (int i = 0; i < items; i++)
        {
            part(call, i);
        }
    }

    private static void ForwardPart(void* state, int index)
    {
        AttentionCall* call = (AttentionCall*)state;
        nint head = index / call->Blocks, query = index % call->Blocks * call->Block;
        nint rows = Math.Min(call->Block, call->Queries - query), visible = call->Visible(query + rows);
        AttentionScratch scratch = AttentionScratch.Current;
        float* tile = call->Probabilities is null ? scratch.Tile(0, call->Block * call->Keys) : call->Probabilities + (((head * call->Queries) + query) * call->Keys);
        Probabilities(*call, head, query, rows, visible, tile);
        if (call->Dropout > 0)
        {
            tile = Dropped(*call, head, query, rows, visible, tile, scratch);
        }

        HeadMatrices value = call->Value, output = call->Output;
        GemmCall<float> product = new()
        {
            A = tile,
            RowA = visible,
            ColumnA = 1,
            B = value.Of(head, call->Lead, call->LeadRank),
            RowB = value.Row,
            ColumnB = value.Column,
            C = output.Of(head, call->Lead, call->LeadRank) + (query * output.Row),
            RowC = output.Row,
            M = rows,
            N = call->ValueDepth,
            K = visible,
        };
        GemmSerial.Run(call->Isa, product);
    }

    private static void BackwardPart(void* state, int head)
    {
        AttentionCall* call = (AttentionCall*)state;
        if (call->Causal)
        {
            // Blocks see different counts of keys, so each adds to what is there.
            Clear(call->GradientKey, head, call, call->Depth);
            Clear(call->GradientValue, head, call, call->ValueDepth);
        }

        for (nint query = 0; query < call->Queries; query += call->Block)
        {
            BackwardBlock(call, head, query, call->Causal || query > 0);
        }
    }

    // dV += Pᵀ dO, dP = dO Vᵀ, dS = softmax's gradient, dQ = dS K, dK += dSᵀ Q.
    private static void BackwardBlock(AttentionCall* call, nint head, nint query, bool accumulate)
    {
        nint rows = Math.Min(call->Block, call->Queries - query), visible = call->Visible(query + rows);
        AttentionScratch scratch = AttentionScratch.Current;
        float* tile = call->Probabilities + (((head * call->Queries) + query) * call->Keys);
        if (call->Probabilities is null)
        {
            tile = scratch.Tile(0, call->Block * call->Keys);
            Probabilities(*call, head, query, rows, visible, tile);
        }

        float* slope = scratch.Tile(1, call->Block * call->Keys);
        float* gradient = call->GradientOutput.Of(head, call->Lead, call->LeadRank) + (query * call->GradientOutput.Row);
        float* dropped = call->Dropout > 0 ? Dropped(*call, head, query, rows, visible, tile, scratch) : tile;
        HeadMatrices value = call->Value, key = call->Key, toValue = call->GradientValue, toQuery = call->GradientQuery, toKey = call->GradientKey;
        if (toValue.Data is not null)
        {
            GemmSerial.Run(call->Isa, new GemmCall<float>
            {
                A = dropped,
                RowA = 1,
                ColumnA = visible,
                B = gradient,
                RowB = call->GradientOutput.Row,
                ColumnB = call->GradientOutput.Column,
                C = toValue.Of(head, call->Lead, call->LeadRank),
                RowC = toValue.Row,
                M = visible,
                N = call->ValueDepth,
                K = rows,
                Accumulate = accumulate,
            });
        }

        if (toQuery.Data is null && toKey.Data is null)
        {
            return;
        }

        GemmSerial.Run(call->Isa, new GemmCall<float>
        {
            A = gradient,
            RowA = call->GradientOutput.Row,
            ColumnA = call->GradientOutput.Column,
            B = value.Of(head, call->Lead, call->LeadRank),
            RowB = value.Column,
            ColumnB = value.Row,
            C = slope,
            RowC = visible,
            M = rows,
            N = visible,
            K = call->ValueDepth,
        });
        if (call->Dropout > 0)
        {
            float* factors = scratch.Tile(2, call->Block * call->Keys);
            Drop(*call, head, query, rows, visible, factors);
            BinaryKernel.Run(call->Isa, default(MultiplyOp), slope, 1, factors, 1, slope, rows * visible);
        }

        SoftmaxRowsGradient softmax = new() { Y = tile, GradientY = slope, GradientX = slope, Length = visible, Factor = call->Scale };
        WideLanes.Run(call->Isa, ref softmax, 0, rows);
        if (toQuery.Data is not null)
        {
            GemmSerial.Run(call->Isa, new GemmCall<float>
            {
                A = slope,
                RowA = visible,
                ColumnA = 1,
                B = key.Of(head, call->Lead, call->LeadRank),
                RowB = key.Row,
                ColumnB = key.Column,
                C = toQuery.Of(head, call->Lead, call->LeadRank) + (query * toQuery.Row),
                RowC = toQuery.Row,
                M = rows,
                N = call->Depth,
                K = visible,
            });
        }

        if (toKey.Data is not null)
        {
            GemmSerial.Run(call->Isa, new GemmCall<float>
            {
                A = slope,
                RowA = 1,
                ColumnA = visible,
                B = call->Query.Of(head, call->Lead, call->LeadRank) + (query * call->Query.Row),
                RowB = call->Query.Row,
                ColumnB = call->Query.Column,
                C = toKey.Of(head, call->Lead, call->LeadRank),
                RowC = toKey.Row,
                M = visible,
                N = call->Depth,
                K = rows,
                Accumulate = accumulate,
            });
        }
    }

    // softmax(Q Kᵀ · scale + mask), row after row without gaps.
    private static void Probabilities(in AttentionCall call, nint head, nint query, nint rows, nint visible, float* tile)
    {
        HeadMatrices q = call.Query, key = call.Key, mask = call.Mask;
        fixed (int* lead = call.Lead)
        {
            GemmSerial.Run(call.Isa, new GemmCall<float>
            {
                A = q.Of(head, lead, call.LeadRank) + (query * q.Row),
                RowA = q.Row,
                ColumnA = q.Column,
                B = key.Of(head, lead, call.LeadRank),
                RowB = key.Column,
                ColumnB = key.Row,
                C = tile,
                RowC = visible,
                M = rows,
                N = visible,
                K = call.Depth,
            });
            float* added = mask.Of(head, lead, call.LeadRank);
            AttentionScores scores = new()
            {
                Scores = tile,
                Length = visible,
                Scale = call.Scale,
                Mask = added is null ? null : added + (query * mask.Row),
                MaskRow = mask.Row,
                MaskColumn = mask.Column,
                Causal = call.Causal,
                FirstQuery = query,
            };
            WideLanes.Run(call.Isa, ref scores, 0, rows);
        }

        SoftmaxRows softmax = new() { X = tile, Y = tile, Length = visible, EmptyIsZero = true };
        WideLanes.Run(call.Isa, ref softmax, 0, rows);
    }

    private static float* Dropped(in AttentionCall call, nint head, nint query, nint rows, nint visible, float* tile, AttentionScratch scratch)
    {
        float* dropped = scratch.Tile(2, call.Block * call.Keys);
        Drop(call, head, query, rows, visible, dropped);
        BinaryKernel.Run(call.Isa, default(MultiplyOp), tile, 1, dropped, 1, dropped, rows * visible);
        return dropped;
    }

    private static void Clear(HeadMatrices matrices, nint head, AttentionCall* call, nint columns)
    {
        if (matrices.Data is null)
        {
            return;
        }

        float* first = matrices.Of(head, call->Lead, call->LeadRank);
        for (nint r = 0; r < call->Keys; r++)
        {
            new Span<float>(first + (r * matrices.Row), (int)columns).Clear();
        }
    }
}
