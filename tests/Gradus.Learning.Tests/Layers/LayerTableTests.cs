using System.Text.RegularExpressions;
using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>What holds for every row of the table besides numbers.</summary>
public sealed partial class LayerTableTests
{
    /// <summary>Modules that have parameters and yet refuse no shape themselves.</summary>
    private static readonly Type[] AnyShape = [typeof(Embedding), typeof(ModuleList), typeof(ModuleDictionary)];

    public static TheoryData<string> Refusing => [.. LayerTable.All.Where(spec => spec.Wrong is not null).Select(spec => spec.Name)];

    public static TheoryData<string> Printed => [.. LayerTable.All.Where(spec => LayerCase.All[spec.Name].Printed is not null).Select(spec => spec.Name)];

    [Fact]
    public void Table_AllRows_HaveFixturesAndFixturesRows() =>
        Assert.Equal(LayerCase.All.Keys.Order(StringComparer.Ordinal), LayerTable.All.Select(spec => spec.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Table_AllRows_NameEveryLayer()
    {
        HashSet<Type> seen = [.. LayerTable.All.SelectMany(spec => spec.Make().Modules()).Select(entry => entry.Module.GetType())];

        Assert.Empty(Kinds().Where(kind => !seen.Contains(kind)).Select(kind => kind.Name));
    }

    [Fact]
    public void Table_AllRows_EveryLayerThatCanRefusesAWrongShape()
    {
        HashSet<Type> refusing = [.. LayerTable.All.Where(spec => spec.Wrong is not null).Select(spec => spec.Make().GetType())];
        HashSet<Type> sized = [.. LayerTable.All.Select(spec => spec.Make()).Where(module => module.ParameterCount > 0).Select(module => module.GetType())];

        Assert.Empty(sized.Where(kind => !refusing.Contains(kind) && !AnyShape.Contains(kind)).Select(kind => kind.Name));
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public void Forward_WrongShape_NamesBoth(string name)
    {
        LayerSpec spec = LayerTable.Get(name);
        Module module = spec.Make();
        (int[][] shapes, string[] names) = spec.Wrong!.Value;

        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => spec.Call(module, [.. shapes.Select((shape, i) => Wrong(shape, i, name))]));

        Assert.All(names, text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void ToString_EveryLayer_ReadsAsPyTorchs(string name) =>
        Assert.Equal(LayerCase.All[name].Printed!.Replace(", inplace=False", "", StringComparison.Ordinal).Replace("(inplace=False)", "()", StringComparison.Ordinal), Counts().Replace(LayerTable.Get(name).Make().ToString(), ""));

    private static IEnumerable<Type> Kinds() => typeof(Layer).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false, IsGenericTypeDefinition: false, Namespace: "Gradus.Learning.Layers" } && type.IsSubclassOf(typeof(Module)));

    // Inputs that are whole numbers in the fixture are so here.
    private static Tensor Wrong(int[] shape, int index, string name)
    {
        Fixtures.Packed[] inputs = LayerCase.All[name].Inputs;
        return index < inputs.Length && inputs[index].Kind == "whole" ? Tensor.Zeros(DType.Int64, shape) : Tensor.Zeros(shape);
    }

    [GeneratedRegex("  # [0-9,]+ parameters", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();
}
