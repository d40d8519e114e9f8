namespace Gradus.Learning.Layers;

/// <summary>Layers by place, PyTorch's <c>nn.ModuleList</c>; see <see cref="ModuleList{T}"/>.</summary>
public sealed class ModuleList : ModuleList<Layer>
{
    /// <summary>Makes the list.</summary>
    /// <param name="layers">The layers in order.</param>
    public ModuleList(params IEnumerable<Layer> layers)
        : base(layers)
    {
    }
}
