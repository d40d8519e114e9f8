using Gradus.Tensors.Kernels;

namespace Gradus.Tensors.Tests.Kernels;

/// <summary>The instruction sets of this machine, as data for tests.</summary>
internal static class SupportedIsas
{
    internal static IEnumerable<Isa> All => Enum.GetValues<Isa>().Where(IsaTable.IsSupported);

    internal static TheoryData<string> Names => [.. All.Select(isa => IsaTable.Names[(int)isa])];

    internal static Isa Parse(string name) => IsaTable.Choose(name);
}
