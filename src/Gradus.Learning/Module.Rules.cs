using Gradus.Tensors;

namespace Gradus.Learning;

public abstract partial class Module
{
    private List<ModuleTensor>? _ruled;

    /// <summary>Trains something else in place of a parameter, from which a rule computes it.</summary>
    /// <param name="name">The parameter's name; its tensor is then named name + suffix.</param>
    /// <param name="suffix">What is added to the name.</param>
    /// <param name="make">Makes the rule, given the parameter; it may name more parameters and buffers.</param>
    internal void Rule(string name, string suffix, Func<ModuleTensor, WeightRule> make)
    {
        ModuleTensor parameter = _parameters.Find(entry => entry.Name == name)
            ?? throw new ArgumentException($"{GetType().Name} has no parameter '{name}' of its own; it has [{string.Join(", ", _parameters.Select(entry => entry.Name))}].", nameof(name));
        if (parameter.Rule is not null)
        {
            throw new ArgumentException($"{GetType().Name} computes '{name}' by a rule already.", nameof(name));
        }

        // PyTorch lists what is trained in its place behind the other parameters.
        _parameters.Remove(parameter);
        WeightRule rule = make(parameter);
        parameter.Name = name + suffix;
        _parameters.Add(parameter);
        parameter.Rule = rule;
        (_ruled ??= []).Add(parameter);
        if (_drawn)
        {
            using NoGrad quiet = NoGrad.Enter();
            rule.Reset(parameter.Stored, KeyedStream("rules"));
        }
    }

    /// <summary>Makes what a rule computed a parameter again.</summary>
    /// <typeparam name="TRule">The kind of rule.</typeparam>
    /// <param name="name">The parameter's name before the rule.</param>
    /// <param name="suffix">What was added to it.</param>
    /// <param name="extras">The names that the rule gave beside it.</param>
    internal void Unrule<TRule>(string name, string suffix, params ReadOnlySpan<string> extras)
        where TRule : WeightRule
    {
        ModuleTensor parameter = _ruled?.Find(entry => entry.Name == name + suffix && entry.Rule is TRule)
            ?? throw new ArgumentException($"{GetType().Name} has no '{name}' that is computed by {typeof(TRule).Name}.", nameof(name));
        using NoGrad quiet = NoGrad.Enter();
        Tensor value = parameter.Value.Detach().Clone().Keep();
        value.RequiresGrad = parameter.Stored.RequiresGrad;
        (parameter.Stored, parameter.Name, parameter.Rule) = (value, name, null);
        foreach (string extra in extras)
        {
            _parameters.RemoveAll(entry => entry.Name == extra);
            _buffers.RemoveAll(entry => entry.Name == extra);
        }

        _ruled.Remove(parameter);
        _ruled = _ruled.Count == 0 ? null : _ruled;
    }

    private void AdvanceRules()
    {
        if (_ruled is null || !Training)
        {
            return;
        }

        using NoGrad quiet = NoGrad.Enter();
        foreach (ModuleTensor parameter in _ruled)
        {
            parameter.Rule!.Advance(parameter.Stored);
        }
    }

    private void ResetRules(Rng rng)
    {
        foreach (ModuleTensor parameter in _ruled ?? [])
        {
            parameter.Rule!.Reset(parameter.Stored, rng);
        }
    }
}
