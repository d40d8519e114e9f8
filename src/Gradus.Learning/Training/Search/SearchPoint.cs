using System.Text.Json.Nodes;

namespace Gradus.Learning.Training.Search;

/// <summary>One choice in every dimension of a space.</summary>
public sealed class SearchPoint
{
    private readonly SearchSpace _space;

    internal SearchPoint(SearchSpace space, double[] values) => (_space, Values) = (space, values);

    /// <summary>The values in the order of the dimensions; of a choice its place.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The value of a <see cref="RealDimension"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is no such dimension of that kind.</exception>
    public double Real(string name) => Find<RealDimension>(name).Value;

    /// <summary>The value of an <see cref="IntegerDimension"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is no such dimension of that kind.</exception>
    public int Integer(string name) => (int)Find<IntegerDimension>(name).Value;

    /// <summary>What a <see cref="ChoiceDimension"/> chose.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The thing.</returns>
    /// <exception cref="ArgumentException">There is no such dimension of that kind.</exception>
    public string Choice(string name)
    {
        (ChoiceDimension dimension, double value) = Find<ChoiceDimension>(name);
        return dimension.Values[(int)value];
    }

    /// <summary>The point as a line of JSON, such as <c>{"rate":0.01,"layers":2}</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Write().ToJsonString();

    internal JsonObject Write()
    {
        JsonObject point = [];
        for (int place = 0; place < Values.Count; place++)
        {
            point[_space.Dimensions[place].Name] = _space.Dimensions[place].Write(Values[place]);
        }

        return point;
    }

    private (T Dimension, double Value) Find<T>(string name)
        where T : SearchDimension
    {
        for (int place = 0; place < Values.Count; place++)
        {
            if (_space.Dimensions[place] is T dimension && dimension.Name == name)
            {
                return (dimension, Values[place]);
            }
        }

        throw new ArgumentException($"The space has no {typeof(T).Name} '{name}'; it has {string.Join(", ", _space.Dimensions.Select(dimension => $"{dimension.GetType().Name} '{dimension.Name}'"))}.", nameof(name));
    }
}
