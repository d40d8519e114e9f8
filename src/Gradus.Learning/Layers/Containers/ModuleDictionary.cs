namespace Gradus.Learning.Layers;

/// <summary>Layers by name, PyTorch's <c>nn.ModuleDict</c>; see <see cref="ModuleDictionary{T}"/>.</summary>
public sealed class ModuleDictionary : ModuleDictionary<Layer>;
