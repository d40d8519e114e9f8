using System.Diagnostics;
using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Looks at results and gradients while <see cref="DetectAnomaly"/> is open.</summary>
internal static class Anomaly
{
    private static int _open;

    /// <summary>Whether any thread looks for anomalies; all that the others pay.</summary>
    internal static bool IsWatched => _open != 0;

    /// <summary>Whether this thread does.</summary>
    internal static bool IsOn => IsWatched && ThreadContext.Current.Watch is not null;

    internal static void Open() => Interlocked.Increment(ref _open);

    internal static void Close() => Interlocked.Decrement(ref _open);

    /// <summary>Notes where an operator was called, and throws when its result is not finite.</summary>
    internal static void AfterForward(Node node, Tensor result)
    {
        ThreadContext context = ThreadContext.Current;
        if (context.Watch is not { } watch || node is LeafNode)
        {
            return;
        }

        using NoGrad none = NoGrad.Enter();
        node.NeedExtras().Origin = new StackTrace(2, true);
        if (watch.Find(result) is not { } found)
        {
            return;
        }

        string shapes = $"the result of {node.Name}, {result.DType} {ShapeMath.Format(result.Sizes)}";
        string inputs = Inputs(node);
        string source = node.FirstSavedThat(saved => saved.Node != node && watch.Find(saved) is not null) is { } saved
            ? $" It came in with an operand of shape {ShapeMath.Format(saved.Sizes)} whose values were not finite before."
            : "";
        string during = context.Pass?.Running is { } running ? $" This was inside the gradient of {running.Name}, called{Place(running)}" : "";
        throw new AnomalyException($"{node.Name} made the first value that is not finite: {found} of {shapes}{inputs}.{source} It was called{Place(node)}{during}", node.Name, context.Pass is not null);
    }

    /// <summary>Throws when a gradient that was sent is not finite.</summary>
    internal static void AfterBackward(Node receiver, Tensor gradient)
    {
        ThreadContext context = ThreadContext.Current;
        if (context.Watch is not { } watch)
        {
            return;
        }

        using NoGrad none = NoGrad.Enter();
        if (watch.Find(gradient) is not { } found)
        {
            return;
        }

        throw Sent(context, receiver, gradient, found);
    }

    /// <summary>Throws when the sum of the gradients that arrived is not finite although each was.</summary>
    internal static void AfterSum(Node node, Tensor gradient)
    {
        using NoGrad none = NoGrad.Enter();
        if (ThreadContext.Current.Watch?.Find(gradient) is { } found)
        {
            throw new AnomalyException(
                $"The sum of the gradients of the result of {node.Name} is not finite although each part is: {found} of {gradient.DType} {ShapeMath.Format(gradient.Sizes)}. The operator was called{Place(node)}", node.Name, true);
        }
    }

    private static AnomalyException Sent(ThreadContext context, Node receiver, Tensor gradient, string found)
    {
        string shape = $"{gradient.DType} {ShapeMath.Format(gradient.Sizes)}";
        if (context.Pass?.Running is not { } sender)
        {
            return new AnomalyException($"The gradient that Backward was given is not finite: {found} of {shape}, for the result of {receiver.Name}.", receiver.Name, true);
        }

        return new AnomalyException(
            $"The gradient of {sender.Name} made the first value that is not finite: {found} of {shape}, sent to the result of {receiver.Name}; "
            + $"the result of {sender.Name} is {sender.DType} {ShapeMath.Format(sender.Sizes)}{Inputs(sender)}. The operator was called{Place(sender)}",
            sender.Name,
            true);
    }

    private static string Inputs(Node node)
    {
        string[] shapes = [.. Enumerable.Range(0, node.InputCount).Select(node.Input).OfType<Node>().Select(input => $"{input.Name} {ShapeMath.Format(input.Sizes)}")];
        return shapes.Length == 0 ? "" : $", from {string.Join(" and ", shapes)}";
    }

    private static string Place(Node node)
    {
        if (node.Extras?.Origin is not { } origin)
        {
            return " outside of DetectAnomaly, so the place is not known.";
        }

        // The engine's own frames say nothing to its user.
        IEnumerable<string> frames = origin.GetFrames()
            .Where(frame => frame.GetMethod() is { } method && method.DeclaringType?.Assembly != typeof(Anomaly).Assembly)
            .Select(frame => $"\n   at {frame.GetMethod()!.DeclaringType?.Name}.{frame.GetMethod()!.Name}{(frame.GetFileName() is { } file ? $" in {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : "")}");
        return ":" + string.Concat(frames.Take(12));
    }
}
