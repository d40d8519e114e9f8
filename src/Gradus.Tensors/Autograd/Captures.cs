namespace Gradus.Tensors.Autograd;

/// <summary>Marks the nodes whose gradients a pass must return instead of adding them to leaves.</summary>
internal static class Captures
{
    /// <summary>Sets the marks; gives those that were there, for passes inside passes.</summary>
    internal static int[] Begin(ReadOnlySpan<Tensor> tensors)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            if (tensors[i].GradNode is null)
            {
                throw new InvalidOperationException($"Input {i} does not require a gradient; set RequiresGrad before it is used.");
            }
        }

        int[] before = tensors.Length == 0 ? [] : new int[tensors.Length];
        for (int i = 0; i < tensors.Length; i++)
        {
            NodeExtras extras = tensors[i].GradNode!.NeedExtras();
            before[i] = extras.Capture;
            extras.Capture = i;
        }

        return before;
    }

    /// <summary>Gives a tensor that was asked for twice its gradient twice.</summary>
    internal static void Duplicate(ReadOnlySpan<Tensor> tensors, Tensor?[] captured)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            captured[i] = captured[tensors[i].GradNode!.Extras!.Capture];
        }
    }

    /// <summary>Sets the marks back, the last first, so that a tensor that was asked for twice ends as it began.</summary>
    internal static void End(ReadOnlySpan<Tensor> tensors, int[] before)
    {
        for (int i = tensors.Length - 1; i >= 0; i--)
        {
            tensors[i].GradNode!.Extras!.Capture = before[i];
        }
    }
}
