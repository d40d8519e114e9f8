using System.Numerics;

namespace Gradus.Tensors.Kernels.Scans;

/// <summary>Running ln Σ eˣ.</summary>
internal readonly struct ScanLogSumExp : IScanOp
{
    public static T Start<T>()
        where T : unmanaged, INumber<T> => T.CreateTruncating(double.NegativeInfinity);

    public static T Invoke<T>(T total, T x)
        where T : unmanaged, INumber<T>
    {
        double a = double.CreateTruncating(total), b = double.CreateTruncating(x);
        double high = Math.Max(a, b), low = Math.Min(a, b);

        // Two equal infinities would leave ∞ − ∞; NaN goes through Max and Min.
        return T.CreateTruncating(double.IsInfinity(high) ? high : high + Math.Log(1 + Math.Exp(low - high)));
    }
}
