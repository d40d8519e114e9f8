namespace Gradus.Tensors.Tests.Autograd;

public sealed class ComputationGraphTests
{
    [Fact]
    public void ToString_SmallNetwork_ListsOperatorsShapesAndInputs()
    {
        Assert.Equal(
            """
            0  weight    [2, 3]  Float32  leaf
            1  bias      [2]     Float32  leaf
            2  Linear    [4, 2]  Float32  from 0, 1
            3  Sigmoid   [4, 2]  Float32  from 2
            4  Multiply  [4, 2]  Float32  from 2, 3
            5  Sum       []      Float32  from 4

            """,
            Network().ToString());
    }

    [Fact]
    public void ToDot_SmallNetwork_IsADigraph()
    {
        Assert.Equal(
            """
            digraph {
              node [fontname="sans-serif"];
              n0 [label="weight\n[2, 3]", shape=ellipse];
              n1 [label="bias\n[2]", shape=ellipse];
              n2 [label="Linear\n[4, 2]", shape=box];
              n3 [label="Sigmoid\n[4, 2]", shape=box];
              n4 [label="Multiply\n[4, 2]", shape=box];
              n5 [label="Sum\n[]", shape=box, style=bold];
              n0 -> n2;
              n1 -> n2;
              n2 -> n3;
              n2 -> n4;
              n3 -> n4;
              n4 -> n5;
            }

            """,
            Network().ToDot());
    }

    [Fact]
    public void ToMermaid_SmallNetwork_IsAFlowchart()
    {
        Assert.Equal(
            """
            flowchart TD
              n0(["weight<br/>[2, 3]"])
              n1(["bias<br/>[2]"])
              n2["Linear<br/>[4, 2]"]
              n3["Sigmoid<br/>[4, 2]"]
              n4["Multiply<br/>[4, 2]"]
              n5[["Sum<br/>[]"]]
              n0 --> n2
              n1 --> n2
              n2 --> n3
              n2 --> n4
              n3 --> n4
              n4 --> n5

            """,
            Network().ToMermaid());
    }

    [Fact]
    public void Of_OperatorOfSeveralResults_ShowsEachResult()
    {
        Tensor a = Leaves.Of(1, 2);
        Tensor[] results = Checkpoint.Run(p => [p[0].Exp(), p[0].Sum()], a);

        ComputationGraph graph = ComputationGraph.Of(results, [("a \"quoted\"", a)]);

        Assert.Equal(["a \"quoted\"", "Checkpoint", "Checkpoint[0]", "Checkpoint[1]"], graph.Nodes.Select(node => node.Title));
        Assert.Equal([new GraphEdge(0, 1, 0), new GraphEdge(1, 2, 0), new GraphEdge(1, 3, 0)], graph.Edges);
        Assert.Null(graph.Nodes[1].Shape);
        Assert.Contains("a \\\"quoted\\\"", graph.ToDot(), StringComparison.Ordinal);
        Assert.Contains("a #34;quoted#34;", graph.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AfterBackward_SaysThatTheGraphIsFreed()
    {
        Tensor y = Leaves.Of(1, 2).Exp().Sum();
        y.Backward();

        Assert.Contains("freed", ComputationGraph.Of(y).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TensorWithoutGradient_SaysWhatIsNeeded()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => ComputationGraph.Of(Tensor.Ones(1)));

        Assert.Contains("RequiresGrad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DeepChain_DoesNotOverflowTheStack()
    {
        Tensor y = Leaves.Of(1);
        for (int i = 0; i < 50_000; i++)
        {
            y += 0;
        }

        Assert.Equal(50_001, ComputationGraph.Of(y).Nodes.Count);
    }

    private static ComputationGraph Network()
    {
        Tensor weight = Leaves.Normal(1, 2, 3), bias = Leaves.Normal(2, 2);
        Tensor y = Tensor.Ones(4, 3).Linear(weight, bias);
        return ComputationGraph.Of((y * y.Sigmoid()).Sum(), [("weight", weight), ("bias", bias)]);
    }
}
