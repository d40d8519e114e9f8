namespace Gradus.Learning.Layers;

/// <summary>The parameters of one layer and direction.</summary>
internal sealed record RecurrentWeights(ModuleTensor Input, ModuleTensor Hidden, ModuleTensor? InputBias, ModuleTensor? HiddenBias);
