using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The parameters of one layer and direction.</summary>
internal sealed record RecurrentWeights(ModuleTensor Input, ModuleTensor Hidden, ModuleTensor? InputBias, ModuleTensor? HiddenBias)
{
    internal void Fill(Initializer rule, Rng rng)
    {
        rule.Fill(Input.Stored, rng);
        rule.Fill(Hidden.Stored, rng);
        if (InputBias is not null && HiddenBias is not null)
        {
            rule.Fill(InputBias.Stored, rng);
            rule.Fill(HiddenBias.Stored, rng);
        }
    }
}
