using System.Runtime.CompilerServices;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Whether an operator must be recorded: gradients are on, and an input requires one.</summary>
internal static class Recording
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Of(Tensor a) => a.RequiresGrad && ThreadContext.Current.Records;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Of(Tensor a, Tensor? b) => (a.RequiresGrad || (b is not null && b.RequiresGrad)) && ThreadContext.Current.Records;

    internal static bool Of(Tensor a, Tensor? b, Tensor? c) => Of(a, b) || (c is not null && Of(c));
}
