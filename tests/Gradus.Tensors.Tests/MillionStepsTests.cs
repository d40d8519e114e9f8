namespace Gradus.Tensors.Tests;

/// <summary>A training loop holds its memory flat however long it runs, native and managed, with scopes and without.</summary>
[Collection(MemoryCollection.Name)]
public sealed class MillionStepsTests
{
    private const int Slice = 5_000;
    private const int Full = 1_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Train_SomeThousandSteps_HoldsMemoryFlat(bool scoped) => Train(scoped, Slice);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(true)]
    [InlineData(false)]
    public void Train_MillionSteps_HoldsMemoryFlat(bool scoped) => Train(scoped, Full);

    private static void Train(bool scoped, int steps)
    {
        SmallRegression model = new();
        TensorMemory.Trim();
        Run(model, scoped, steps / 5);
        (long native, long managed) = Measure();
        long most = 0;
        for (int part = 0; part < 8; part++)
        {
            Run(model, scoped, steps / 10);
            most = Math.Max(most, TensorMemory.BytesReserved);
        }

        (long nativeAfter, long managedAfter) = Measure();

        // What a collection leaves is as much as before, up to a tenth of what one step leaves behind times a thousand; between collections the pool's own bound holds.
        Assert.InRange(nativeAfter, 0, native + (64 << 10));
        Assert.InRange(managedAfter, 0, managed + (256 << 10));
        Assert.InRange(most, 0, scoped ? native + (4 << 20) : 300L << 20);
        Assert.InRange(model.Loss, 0, 0.1);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Run(SmallRegression model, bool scoped, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            model.Step(scoped);
        }
    }

    private static (long Native, long Managed) Measure()
    {
        TensorMemory.Trim();
        return (TensorMemory.BytesInUse, GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>y = tanh(x W₁) w₂ fitted to a sine, by plain gradient descent.</summary>
    private sealed class SmallRegression
    {
        private readonly Tensor _first = Demanding(Tensor.Randn(new Rng(1), 8, 1));
        private readonly Tensor _bias = Demanding(Tensor.Randn(new Rng(2), 8));
        private readonly Tensor _second = Demanding(Tensor.Randn(new Rng(3), 1, 8) * 0.3);
        private readonly Tensor _inputs = (Tensor.Rand(new Rng(4), 16, 1) * 4) - 2;
        private readonly Tensor _targets;

        internal SmallRegression() => _targets = _inputs.Sin();

        internal double Loss { get; private set; }

        internal void Step(bool scoped)
        {
            using TensorScope? scope = scoped ? new TensorScope() : null;
            Tensor loss = _inputs.Linear(_first, _bias).Tanh().Linear(_second).MseLoss(_targets);
            loss.Backward();
            Loss = loss.Item();
            using NoGrad none = NoGrad.Enter();
            foreach (Tensor parameter in (ReadOnlySpan<Tensor>)[_first, _bias, _second])
            {
                parameter.AddInPlace(parameter.Grad! * -0.05);
                parameter.ZeroGrad();
            }
        }

        private static Tensor Demanding(Tensor tensor)
        {
            Tensor leaf = tensor.Detach();
            leaf.RequiresGrad = true;
            return leaf;
        }
    }
}
