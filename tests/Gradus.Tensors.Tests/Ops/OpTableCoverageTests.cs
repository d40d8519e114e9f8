using Gradus.Tensors.Autograd;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>No operator without a row: every kind of node that the engine can record must be recorded by the table.</summary>
public sealed class OpTableCoverageTests
{
    [Fact]
    public void Table_AllRows_RecordEveryKindOfNode()
    {
        HashSet<Type> seen = Seen(OpTable.All);

        Assert.Empty(Kinds().Where(kind => !seen.Contains(kind)).Select(kind => kind.FullName));
    }

    [Fact]
    public void Table_WithoutARow_MissesItsNode()
    {
        HashSet<Type> seen = Seen([.. OpTable.All.Where(spec => spec.Name is not ("erf" or "erfc" or "gelu" or "linear with gelu"))]);

        Assert.Contains(Kinds(), kind => kind.Name.Contains("UnaryNode", StringComparison.Ordinal) && kind.GenericTypeArguments is [{ Name: "ErfOp" }] && !seen.Contains(kind));
    }

    // A node that is generic over a function counts once for each function that it can hold; those that stand for functions of their callers are no operators.
    private static IEnumerable<Type> Kinds() => typeof(Node).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Node)) && !type.IsAbstract && type != typeof(CheckpointNode) && type.DeclaringType != typeof(CustomFunction))
        .SelectMany(type => type.IsGenericTypeDefinition ? Closed(type) : [type]);

    private static IEnumerable<Type> Closed(Type node)
    {
        Type[] wanted = [.. node.GetGenericArguments()[0].GetGenericParameterConstraints().Where(type => type.IsInterface && !type.IsGenericType)];
        Type[] functions = [.. node.Assembly.GetTypes().Where(type => type.IsValueType && wanted.Length > 0 && wanted.All(part => part.IsAssignableFrom(type)))];
        return functions.Length == 0 ? [node] : functions.Select(function => node.MakeGenericType(function));
    }

    private static HashSet<Type> Seen(IReadOnlyList<OpSpec> specs)
    {
        HashSet<Type> seen = [];
        foreach (OpSpec spec in specs.Where(spec => spec.Differentiable))
        {
            foreach (Func<Rng, Tensor[]> sample in spec.Samples)
            {
                Tensor[] wide = sample(new Rng(1));
                Walk(spec, wide, seen);
                Walk(spec, [.. wide.Select(Narrow)], seen);
            }
        }

        return seen;
    }

    private static void Walk(OpSpec spec, Tensor[] inputs, HashSet<Type> seen)
    {
        Tensor result = spec.Run(inputs);
        Collect(result.GradNode!, seen);
        foreach (Tensor gradient in Gradient.Of(result.Square().Sum(), inputs, createGraph: true))
        {
            Collect(gradient.GradNode, seen);
        }
    }

    private static void Collect(Node? node, HashSet<Type> seen)
    {
        if (node is null)
        {
            return;
        }

        Type kind = node.GetType();
        seen.Add(kind);
        if (kind.IsGenericType)
        {
            seen.Add(kind.GetGenericTypeDefinition());
        }

        for (int i = 0; i < node.InputCount; i++)
        {
            Collect(node.Input(i), seen);
        }
    }

    private static Tensor Narrow(Tensor x)
    {
        Tensor narrow = x.Detach().To(DType.Float32).Clone();
        narrow.RequiresGrad = true;
        return narrow;
    }
}
