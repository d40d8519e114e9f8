using System.Numerics;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>One step of Adam or AdamW over the elements of one tensor, in a single pass over memory.</summary>
/// <remarks>
/// For each element (p parameter, g gradient, m and v the moments): g ← g + λ p (Adam's L2 term, λ may be 0); m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
/// p ← ρ p − α m / (√v · c + ε), where ρ = 1 − learning rate · decay (AdamW, else 1), α = learning rate / (1 − β₁ᵗ) and c = 1 / √(1 − β₂ᵗ).
/// Lanes are elements: no value crosses lanes and nothing is contracted, so each vector width and the scalar tail give the same bits.
/// </remarks>
internal static unsafe class AdamKernel
{
    internal static void Step<T>(T* parameter, T* gradient, T* first, T* second, nint length, in AdamFactors<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint width = Vector<T>.Count;
        nint place = 0;
        if (length >= width)
        {
            Vector<T> beta1 = new(factors.Beta1), rest1 = new(T.One - factors.Beta1), beta2 = new(factors.Beta2), rest2 = new(T.One - factors.Beta2);
            Vector<T> penalty = new(factors.Penalty), shrink = new(factors.Shrink), rate = new(factors.Rate), scale = new(factors.RootScale), epsilon = new(factors.Epsilon);
            for (; place <= length - width; place += width)
            {
                Vector<T> p = Vector.Load(parameter + place);
                Vector<T> g = Vector.Load(gradient + place) + (penalty * p);
                Vector<T> m = (beta1 * Vector.Load(first + place)) + (rest1 * g);
                Vector<T> v = (beta2 * Vector.Load(second + place)) + (rest2 * g * g);
                Vector.Store(m, first + place);
                Vector.Store(v, second + place);
                Vector.Store((shrink * p) - (rate * m / ((Vector.SquareRoot(v) * scale) + epsilon)), parameter + place);
            }
        }

        for (; place < length; place++)
        {
            T p = parameter[place];
            T g = gradient[place] + (factors.Penalty * p);
            T m = (factors.Beta1 * first[place]) + ((T.One - factors.Beta1) * g);
            T v = (factors.Beta2 * second[place]) + ((T.One - factors.Beta2) * g * g);
            first[place] = m;
            second[place] = v;
            parameter[place] = (factors.Shrink * p) - (factors.Rate * m / ((T.Sqrt(v) * factors.RootScale) + factors.Epsilon));
        }
    }
}
