using System.Globalization;
using System.Text;
using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>The recorded operators behind a tensor, listed and drawn.</summary>
/// <remarks>
/// It shows what gradients can flow through: tensors that require none are not part of it. Ask before <see cref="Tensor.Backward"/>, which frees what is behind the result unless it is told to retain
/// the graph.
/// </remarks>
public sealed class ComputationGraph
{
    private ComputationGraph(GraphNode[] nodes, GraphEdge[] edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>The operators and leaves in the order in which they were computed, inputs before what uses them.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>Which result is which input, ordered by the node that uses it.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The graph behind a tensor.</summary>
    /// <param name="tensor">A result of recorded operators, or a leaf that requires a gradient.</param>
    /// <param name="names">Names for leaves, such as the named parameters of a model; unnamed leaves are shown as such.</param>
    /// <returns>The graph as it is now.</returns>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    public static ComputationGraph Of(Tensor tensor, IEnumerable<(string Name, Tensor Tensor)>? names = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Of([tensor], names);
    }

    /// <summary>The graph behind several tensors.</summary>
    /// <param name="tensors">Results of recorded operators, or leaves that require a gradient.</param>
    /// <param name="names">Names for leaves, such as the named parameters of a model; unnamed leaves are shown as such.</param>
    /// <returns>The graph as it is now.</returns>
    /// <exception cref="InvalidOperationException">Nothing was recorded for one of them.</exception>
    public static ComputationGraph Of(IReadOnlyList<Tensor> tensors, IEnumerable<(string Name, Tensor Tensor)>? names = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        HashSet<Node> roots = [];
        foreach (Tensor tensor in tensors)
        {
            roots.Add(tensor.GradNode ?? throw new InvalidOperationException("The graph of this tensor is empty: it requires no gradient. Compute it from a leaf with RequiresGrad, outside NoGrad."));
        }

        Dictionary<Node, string> titles = [];
        foreach ((string name, Tensor tensor) in names ?? [])
        {
            if (tensor.GradNode is { } node)
            {
                titles[node] = name;
            }
        }

        List<Node> found = Collect(roots);
        Dictionary<Node, int> ids = [];
        foreach (Node node in found)
        {
            ids.Add(node, ids.Count);
        }

        GraphNode[] nodes = [.. found.Select((node, id) => new GraphNode(id, node.Name, titles.GetValueOrDefault(node), node.HasResult ? node.Sizes : null, node.DType, roots.Contains(node)))];
        GraphEdge[] edges = [.. found.SelectMany((node, id) => Inputs(node).Select(input => new GraphEdge(ids[input.Node], id, input.Index)))];
        return new ComputationGraph(nodes, edges);
    }

    /// <summary>The graph for Graphviz: leaves are ellipses, operators boxes, results bold; edges show the way of the data.</summary>
    /// <returns>A digraph in the DOT language.</returns>
    public string ToDot()
    {
        StringBuilder text = new("digraph {\n  node [fontname=\"sans-serif\"];\n");
        foreach (GraphNode node in Nodes)
        {
            string label = Lines(node, "\\n").Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Id} [label=\"{label}\", shape={(node.IsLeaf ? "ellipse" : "box")}{(node.IsResult ? ", style=bold" : "")}];\n");
        }

        foreach (GraphEdge edge in Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.From} -> n{edge.To};\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The graph for Mermaid, which many viewers of Markdown draw.</summary>
    /// <returns>A flowchart.</returns>
    public string ToMermaid()
    {
        StringBuilder text = new("flowchart TD\n");
        foreach (GraphNode node in Nodes)
        {
            string label = MermaidText(Lines(node, "\n")).Replace("\n", "<br/>", StringComparison.Ordinal);
            (string open, string close) = node.IsLeaf ? ("([", "])") : node.IsResult ? ("[[", "]]") : ("[", "]");
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Id}{open}\"{label}\"{close}\n");
        }

        foreach (GraphEdge edge in Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.From} --> n{edge.To}\n");
        }

        return text.ToString();
    }

    // What Mermaid or HTML would read as its own.
    private static string MermaidText(string text) =>
        string.Concat(text.Select(sign => sign is '#' or '<' or '>' or '"' or '`' or '&' or '\\' ? $"#{(int)sign};" : sign.ToString()));

    /// <summary>A line for each node: its number, what it is, its shape and type, and the numbers of its inputs.</summary>
    /// <returns>The lines.</returns>
    public override string ToString()
    {
        int title = Nodes.Max(node => node.Title.Length), shape = Nodes.Max(node => node.ShapeText.Length), digits = $"{Nodes.Count - 1}".Length;
        StringBuilder text = new();
        foreach (GraphNode node in Nodes)
        {
            int[] inputs = [.. Edges.Where(edge => edge.To == node.Id).Select(edge => edge.From)];
            string from = node.IsLeaf ? "leaf" : inputs.Length == 0 ? "freed" : $"from {string.Join(", ", inputs)}";
            string type = node.Shape is null ? "" : node.DType.ToString();
            text.Append(CultureInfo.InvariantCulture, $"{$"{node.Id}".PadLeft(digits)}  {node.Title.PadRight(title)}  {node.ShapeText.PadRight(shape)}  {type,-8} {from}\n");
        }

        return text.ToString();
    }

    private static string Lines(GraphNode node, string separator)
    {
        string title = node.Title.Replace("\\", "\\\\", StringComparison.Ordinal);
        return node.Shape is null ? title : title + separator + node.ShapeText;
    }

    private static List<Node> Collect(HashSet<Node> roots)
    {
        HashSet<Node> seen = [.. roots];
        Stack<Node> open = new(roots);
        while (open.TryPop(out Node? node))
        {
            foreach ((Node input, _) in Inputs(node))
            {
                if (seen.Add(input))
                {
                    open.Push(input);
                }
            }
        }

        return [.. seen.OrderBy(node => node.Sequence)];
    }

    private static IEnumerable<(Node Node, int Index)> Inputs(Node node)
    {
        Node owner = node.Owner;
        for (int i = 0; i < owner.InputCount; i++)
        {
            if (owner.Input(i) is { } input)
            {
                yield return (input, i);
            }
        }
    }
}
