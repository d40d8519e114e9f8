using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Something whose state can be copied out and put back, so that a training goes on with the same bits: modules, optimizers, schedules, and whatever else a training keeps.</summary>
public interface IStateful
{
    /// <summary>Copies the state.</summary>
    /// <returns>Values by key; later changes do not change them.</returns>
    IReadOnlyDictionary<string, Tensor> StateDictionary();

    /// <summary>Puts a state back.</summary>
    /// <param name="state">What <see cref="StateDictionary"/> gave.</param>
    /// <exception cref="ArgumentException">It does not fit; nothing was changed.</exception>
    void LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state);
}
