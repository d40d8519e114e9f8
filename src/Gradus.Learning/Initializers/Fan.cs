using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>How many values flow into and out of a unit of a weight.</summary>
/// <param name="In">Inputs of one output: the second axis times the kernel.</param>
/// <param name="Out">Outputs of one input: the first axis times the kernel.</param>
internal readonly record struct Fan(int In, int Out)
{
    internal static Fan Of(string rule, Tensor weight)
    {
        if (weight.Rank < 2)
        {
            throw new ArgumentException($"{rule} got shape [{string.Join(", ", weight.Shape.ToArray())}]; it needs a weight of at least two axes, [out, in, ...]. A bias is filled with Zeros.", nameof(weight));
        }

        int kernel = 1;
        for (int axis = 2; axis < weight.Rank; axis++)
        {
            kernel *= weight.Shape[axis];
        }

        return new Fan(weight.Shape[1] * kernel, weight.Shape[0] * kernel);
    }

    internal int By(FanMode mode) => mode == FanMode.FanIn ? In : Out;
}
