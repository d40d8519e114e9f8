using System.Numerics;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>One step of stochastic gradient descent over the elements of one tensor, in a single pass over memory.</summary>
/// <remarks>
/// For each element (p parameter, g gradient, u velocity): g ← g + λ p; with momentum u ← μ u + γ g and the direction is u, or g + ν u after Nesterov;
/// p ← p − α direction. Lanes are elements and nothing is contracted: each vector width and the scalar tail give the same bits.
/// </remarks>
internal static unsafe class SgdKernel
{
    internal static void Plain<T>(T* parameter, T* gradient, nint length, in SgdFactors<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint place = 0;
        Vector<T> penalty = new(factors.Penalty), rate = new(factors.Rate);
        for (; place <= length - Vector<T>.Count; place += Vector<T>.Count)
        {
            Vector<T> p = Vector.Load(parameter + place);
            Vector.Store(p - (rate * (Vector.Load(gradient + place) + (penalty * p))), parameter + place);
        }

        for (; place < length; place++)
        {
            T p = parameter[place];
            parameter[place] = p - (factors.Rate * (gradient[place] + (factors.Penalty * p)));
        }
    }

    internal static void Momentum<T>(T* parameter, T* gradient, T* velocity, nint length, in SgdFactors<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint place = 0;
        Vector<T> penalty = new(factors.Penalty), rate = new(factors.Rate), momentum = new(factors.Momentum), gain = new(factors.Gain);
        for (; place <= length - Vector<T>.Count; place += Vector<T>.Count)
        {
            Vector<T> p = Vector.Load(parameter + place);
            Vector<T> g = Vector.Load(gradient + place) + (penalty * p);
            Vector<T> u = (momentum * Vector.Load(velocity + place)) + (gain * g);
            Vector.Store(u, velocity + place);
            Vector.Store(p - (rate * u), parameter + place);
        }

        for (; place < length; place++)
        {
            T p = parameter[place];
            T g = gradient[place] + (factors.Penalty * p);
            T u = (factors.Momentum * velocity[place]) + (factors.Gain * g);
            velocity[place] = u;
            parameter[place] = p - (factors.Rate * u);
        }
    }

    internal static void Nesterov<T>(T* parameter, T* gradient, T* velocity, nint length, in SgdFactors<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint place = 0;
        Vector<T> penalty = new(factors.Penalty), rate = new(factors.Rate), momentum = new(factors.Momentum), gain = new(factors.Gain), ahead = new(factors.LookAhead);
        for (; place <= length - Vector<T>.Count; place += Vector<T>.Count)
        {
            Vector<T> p = Vector.Load(parameter + place);
            Vector<T> g = Vector.Load(gradient + place) + (penalty * p);
            Vector<T> u = (momentum * Vector.Load(velocity + place)) + (gain * g);
            Vector.Store(u, velocity + place);
            Vector.Store(p - (rate * (g + (ahead * u))), parameter + place);
        }

        for (; place < length; place++)
        {
            T p = parameter[place];
            T g = gradient[place] + (factors.Penalty * p);
            T u = (factors.Momentum * velocity[place]) + (factors.Gain * g);
            velocity[place] = u;
            parameter[place] = p - (factors.Rate * (g + (factors.LookAhead * u)));
        }
    }
}
