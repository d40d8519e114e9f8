using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Writes drawn values into a tensor, in row-major order.</summary>
internal static class Draws
{
    internal static void Fill(Tensor parameter, Func<double> draw)
    {
        using NoGrad quiet = NoGrad.Enter();
        switch (parameter.DType)
        {
            case DType.Float32:
                foreach (ref float value in parameter.AsWritableSpan<float>())
                {
                    value = (float)draw();
                }

                break;
            case DType.Float64:
                foreach (ref double value in parameter.AsWritableSpan<double>())
                {
                    value = draw();
                }

                break;
            default:
                throw new ArgumentException($"An initializer got a tensor of {parameter.DType}; it needs Float32 or Float64.", nameof(parameter));
        }
    }
}
