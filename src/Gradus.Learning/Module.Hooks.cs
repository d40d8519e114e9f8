using Gradus.Tensors;

namespace Gradus.Learning;

public abstract partial class Module
{
    private List<ForwardPreHook>? _preHooks;
    private List<ForwardHook>? _hooks;

    /// <summary>Whether somebody watches the calls of this module, so that it must be called by itself.</summary>
    internal bool IsWatched => _preHooks is not null || _hooks is not null;

    /// <summary>Calls a function before each forward pass of this module: PyTorch's <c>register_forward_pre_hook</c>.</summary>
    /// <param name="hook">Sees the inputs and may replace them. Hooks are called in the order in which they were registered.</param>
    /// <returns>Takes the hook away when it is disposed.</returns>
    public ModuleHook RegisterForwardPreHook(ForwardPreHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        ForwardPreHook own = new(hook.Invoke);
        (_preHooks ??= []).Add(own);
        return new ModuleHook(() => _preHooks = Without(_preHooks, own));
    }

    /// <summary>Calls a function after each forward pass of this module: PyTorch's <c>register_forward_hook</c>.</summary>
    /// <param name="hook">Sees inputs and output and may replace the output. Hooks are called in the order in which they were registered.</param>
    /// <returns>Takes the hook away when it is disposed.</returns>
    public ModuleHook RegisterForwardHook(ForwardHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        ForwardHook own = new(hook.Invoke);
        (_hooks ??= []).Add(own);
        return new ModuleHook(() => _hooks = Without(_hooks, own));
    }

    /// <summary>As the other, for a function that only looks.</summary>
    /// <param name="hook">Sees module, inputs and output.</param>
    /// <returns>Takes the hook away when it is disposed.</returns>
    public ModuleHook RegisterForwardHook(Action<Module, IReadOnlyList<Tensor>, Tensor> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return RegisterForwardHook((module, inputs, output) =>
        {
            hook(module, inputs, output);
            return null;
        });
    }

    /// <summary>Begins a forward pass: draws first values if need be and calls the hooks that come before. A module that is no <see cref="Layer"/> calls it first in its <c>Forward</c>.</summary>
    /// <param name="inputs">The inputs, which hooks may replace.</param>
    protected void Enter(Span<Tensor> inputs)
    {
        EnsureDrawn();
        AdvanceRules();
        if (_preHooks is null)
        {
            return;
        }

        foreach (ForwardPreHook hook in _preHooks.ToArray())
        {
            if (hook(this, inputs.ToArray()) is not { } replaced)
            {
                continue;
            }

            if (replaced.Count != inputs.Length)
            {
                throw new InvalidOperationException($"A hook before {GetType().Name} gave {replaced.Count} inputs in place of {inputs.Length}; give as many, or null.");
            }

            for (int i = 0; i < inputs.Length; i++)
            {
                inputs[i] = replaced[i];
            }
        }
    }

    /// <summary>Ends a forward pass: calls the hooks that come after. A module that is no <see cref="Layer"/> passes its output through it.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="output">The output.</param>
    /// <returns>The output, or what a hook gave in its place.</returns>
    protected Tensor Leave(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        if (_hooks is null)
        {
            return output;
        }

        Tensor[] given = inputs.ToArray();
        foreach (ForwardHook hook in _hooks.ToArray())
        {
            output = hook(this, given, output) ?? output;
        }

        return output;
    }

    // Null when none is left, so that a pass without hooks asks one question only.
    private static List<T>? Without<T>(List<T>? hooks, T hook)
    {
        List<T>? rest = hooks?.FindAll(other => !ReferenceEquals(other, hook));
        return rest is { Count: 0 } ? null : rest;
    }
}
