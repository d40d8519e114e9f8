using Gradus.Tensors.Kernels.Elementwise;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>An elementwise function of two numbers with its gradients, written with operators on tensors, so that they have gradients too.</summary>
internal interface IBinaryFunction : IBinaryOp
{
    /// <summary>The operator's name for messages.</summary>
    static abstract string Name { get; }

    /// <summary>g ∂f/∂a, of the common shape.</summary>
    Tensor GradientA(Tensor g, Tensor a, Tensor b);

    /// <summary>g ∂f/∂b, of the common shape.</summary>
    Tensor GradientB(Tensor g, Tensor a, Tensor b);
}
