using System.Numerics;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>What a matrix product does to a part of its result before and after the sums, while it is in the first cache.</summary>
internal static unsafe class GemmFinish
{
    /// <summary>Lays the biases into a part of C for the sums to begin with.</summary>
    internal static void Begin<T>(in GemmCall<T> call, nint row, nint rows, nint column, nint columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (nint i = row; i < row + rows; i++)
        {
            T* to = call.C + (i * call.RowC) + column;
            T bias = call.RowBias is null ? T.Zero : call.RowBias[i];
            for (nint j = 0; j < columns; j++)
            {
                to[j] = call.Bias is null ? bias : call.Bias[column + j] + bias;
            }
        }
    }

    /// <summary>alpha, residual and activation on a part of C.</summary>
    internal static void Run<L, V, T>(in GemmCall<T> call, nint row, nint rows, nint column, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (nint i = row; i < row + rows; i++)
        {
            T* to = call.C + (i * call.RowC) + column;
            T* residual = call.Residual is null ? null : call.Residual + (i * call.RowResidual) + column;
            nint j = 0;
            for (; j <= columns - L.Count; j += L.Count)
            {
                L.Store(Combine<L, V, T>(call, L.Load(to + j), residual is null ? default : L.Load(residual + j)), to + j);
            }

            if (j < columns)
            {
                V mask = L.FirstLanes(columns - j);
                L.StoreMasked(Combine<L, V, T>(call, L.LoadMasked(to + j, mask), residual is null ? default : L.LoadMasked(residual + j, mask)), to + j, mask);
            }

            Activate(call.Activation, to, columns);
        }
    }

    private static V Combine<L, V, T>(in GemmCall<T> call, V sum, V residual)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
    {
        V value = call.Scales ? L.Multiply(sum, L.Create(call.Alpha)) : sum;
        value = call.Residual is null ? value : L.Add(value, residual);
        return call.Activation == GemmActivation.Relu ? L.Relu(value) : value;
    }

    private static void Activate<T>(GemmActivation activation, T* row, nint length)
        where T : unmanaged
    {
        switch (activation)
        {
            case GemmActivation.Tanh:
                Apply(default(TanhOp), row, length);
                break;
            case GemmActivation.Sigmoid:
                Apply(default(SigmoidOp), row, length);
                break;
            case GemmActivation.Gelu:
                Apply(default(GeluOp), row, length);
                break;
            default:
                break;
        }
    }

    // By the same operations as the functions on whole tensors, so that fusing changes no bit.
    private static void Apply<TOp, T>(TOp op, T* row, nint length)
        where TOp : unmanaged, IUnaryOp
        where T : unmanaged
    {
        if (sizeof(T) == sizeof(float))
        {
            UnaryKernel.Run(IsaTable.Current, op, (float*)row, (float*)row, length);
        }
        else
        {
            UnaryKernel.Run(op, (double*)row, (double*)row, length);
        }
    }
}
