namespace Gradus.Learning.Optimizers;

/// <summary>One option as a named number: how state dictionaries and schedules read and change it.</summary>
/// <param name="Key">PyTorch's name.</param>
/// <param name="Get">Its value; a flag is 0 or 1.</param>
/// <param name="With">The same options but for this one.</param>
internal sealed record OptionEntry(string Key, Func<OptimizerOptions, double> Get, Func<OptimizerOptions, double, OptimizerOptions> With)
{
    internal static OptionEntry Of<TOptions>(string key, Func<TOptions, double> get, Func<TOptions, double, TOptions> with)
        where TOptions : OptimizerOptions =>
        new(key, options => get((TOptions)options), (options, value) => with((TOptions)options, value));

    internal static OptionEntry OfFlag<TOptions>(string key, Func<TOptions, bool> get, Func<TOptions, bool, TOptions> with)
        where TOptions : OptimizerOptions => Of<TOptions>(key, options => get(options) ? 1 : 0, (options, value) => with(options, value != 0));
}
