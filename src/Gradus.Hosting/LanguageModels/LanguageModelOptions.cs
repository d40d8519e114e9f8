using System.Globalization;

namespace Gradus.Hosting.LanguageModels;

/// <summary>Which language model grades, if the person has one: any address that speaks OpenAI's protocol (Ollama, llama.cpp, vLLM, a cloud).</summary>
/// <param name="Address">The address, such as <c>http://localhost:11434/v1</c>.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Key">The key, or null where none is needed.</param>
/// <param name="Timeout">How long a reply may take; default a minute.</param>
public sealed record LanguageModelOptions(Uri Address, string Model, string? Key, TimeSpan Timeout)
{
    /// <summary>The variable that names the address; without it nothing is ever sent anywhere.</summary>
    public const string AddressVariable = "GRADUS_MODEL_URL";

    /// <summary>The variable that names the model.</summary>
    public const string ModelVariable = "GRADUS_MODEL";

    /// <summary>The variable that holds the key.</summary>
    public const string KeyVariable = "GRADUS_MODEL_KEY";

    /// <summary>The variable that gives the time for a reply in seconds, 1 to 600.</summary>
    public const string TimeoutVariable = "GRADUS_MODEL_TIMEOUT";

    /// <summary>Whether a verdict says why the model could not be asked, which may name its address. Default yes; not where the address is somebody else's business.</summary>
    public bool TellsCauses { get; init; } = true;

    private const double DefaultSeconds = 60;
    private const double MostSeconds = 600;

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <returns>The options, or null where no address is set.</returns>
    /// <exception cref="InvalidDataException">A variable holds what it must not; the message names it.</exception>
    public static LanguageModelOptions? Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(AddressVariable) is not { Length: > 0 } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new InvalidDataException($"{AddressVariable} is '{address}'; give an address like http://localhost:11434/v1.");
        }

        if (variable(ModelVariable) is not { Length: > 0 } model)
        {
            throw new InvalidDataException($"{AddressVariable} is set but {ModelVariable} is not; name the model that the address serves.");
        }

        double seconds = DefaultSeconds;
        if (variable(TimeoutVariable) is { Length: > 0 } told && !(double.TryParse(told, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= MostSeconds))
        {
            throw new InvalidDataException($"{TimeoutVariable} is '{told}'; give seconds from 1 to {MostSeconds}.");
        }

        return new LanguageModelOptions(uri, model, variable(KeyVariable) is { Length: > 0 } key ? key : null, TimeSpan.FromSeconds(seconds));
    }
}
