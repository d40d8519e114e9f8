using System.Numerics;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>The arithmetic of an optimizer for one vector of elements. Lanes are elements: no value crosses lanes and nothing is contracted, so each vector width gives the same bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether the rule keeps a first number for each element.</summary>
    static abstract bool KeepsFirst { get; }

    /// <summary>Whether it keeps a second.</summary>
    static abstract bool KeepsSecond { get; }

    /// <summary>Whether it keeps a third.</summary>
    static abstract bool KeepsThird { get; }

    /// <summary>One step.</summary>
    /// <param name="p">The parameter, already shrunk by decoupled decay.</param>
    /// <param name="g">The gradient, with its penalties.</param>
    /// <param name="first">What is kept; 0 where the rule keeps nothing.</param>
    /// <param name="second">What is kept.</param>
    /// <param name="third">What is kept.</param>
    /// <returns>The new parameter.</returns>
    Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}
