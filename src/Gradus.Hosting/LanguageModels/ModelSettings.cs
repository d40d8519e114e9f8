using System.Globalization;
using System.Text.Json;
using Gradus.Hosting.Services;

namespace Gradus.Hosting.LanguageModels;

/// <summary>Which language model grades: the environment's where it names one, else what the person has set, which is kept in a file of the home folder that nobody else can read.</summary>
public sealed class ModelSettings
{
    /// <summary>The name of the file. It stands beside the log and not in it, because it holds a key and belongs to this machine.</summary>
    public const string FileName = "model.json";

    private readonly string _path;
    private readonly IGrader _offline;
    private readonly Func<LanguageModelOptions, IGrader> _connect;
    private IGrader _grader;

    internal ModelSettings(GradusHome home, LanguageModelOptions? environment, bool ownersAlone, IGrader offline, Func<LanguageModelOptions, IGrader> connect)
    {
        _path = Path.Combine(home.Path, FileName);
        _offline = offline;
        _connect = connect;
        _grader = offline;
        IsOwners = ownersAlone;
        IsFixed = ownersAlone || environment is not null;
        try
        {
            Use(IsFixed ? environment is null ? null : environment with { TellsCauses = !ownersAlone } : Load(_path));
        }
        catch (InvalidDataException error)
        {
            Fault = error.Message;
        }
    }

    /// <summary>Whether the environment or the owner of the site names the model, so that nothing can be set here.</summary>
    public bool IsFixed { get; }

    /// <summary>Whether the model is the owner's of the site: the person may know its name, but not where it is.</summary>
    public bool IsOwners { get; }

    /// <summary>What is wrong with the file, or null; the offline grader grades alone then.</summary>
    public string? Fault { get; private set; }

    /// <summary>The model in use, or null for none.</summary>
    public LanguageModelOptions? Current { get; private set; }

    /// <summary>The grader that follows from the setting as it is now; an answer that is being graded is finished with the one that began it.</summary>
    internal IGrader Grader => Volatile.Read(ref _grader);

    /// <summary>What is set in a home.</summary>
    /// <param name="home">The home.</param>
    /// <returns>The model, or null where none is set.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read; the message names it.</exception>
    public static LanguageModelOptions? Read(GradusHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        return Load(Path.Combine(home.Path, FileName));
    }

    /// <summary>Sets the model; it grades from the next answer on.</summary>
    /// <param name="address">The address, such as <c>http://localhost:11434/v1</c>.</param>
    /// <param name="model">The model's name there.</param>
    /// <param name="key">The key; null keeps the one that is set, empty takes it away.</param>
    /// <param name="seconds">The time for a reply in seconds, or null for the usual one.</param>
    /// <exception cref="ArgumentException">A value is not what it must be, or the environment names the model; nothing changed.</exception>
    /// <exception cref="OwnersSettingException">The model is the owner's to choose; nothing changed.</exception>
    public void Save(string address, string model, string? key, double? seconds)
    {
        CheckOwners();
        if (IsFixed)
        {
            throw new ArgumentException($"The variable {LanguageModelOptions.AddressVariable} names the language model; unset it to choose one here.");
        }

        Stored stored = new(address.Trim(), model.Trim(), key ?? Current?.Key, seconds);
        LanguageModelOptions options;
        try
        {
            options = stored.Read() ?? throw new InvalidDataException($"{LanguageModelOptions.AddressVariable} is empty; give an address like http://localhost:11434/v1.");
        }
        catch (InvalidDataException error)
        {
            throw new ArgumentException(InWords(error.Message), nameof(address), error);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        string made = _path + ".new";
        File.Delete(made);
        FileStreamOptions how = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(made, how))
        {
            JsonSerializer.Serialize(file, stored, JsonSerializerOptions.Web);
        }

        File.Move(made, _path, overwrite: true);
        Use(options);
    }

    /// <summary>Grades without a language model from now on.</summary>
    /// <exception cref="OwnersSettingException">The model is the owner's to choose; nothing changed.</exception>
    public void Clear()
    {
        CheckOwners();
        if (!IsFixed)
        {
            File.Delete(_path);
            Use(null);
        }
    }

    private void CheckOwners()
    {
        if (IsOwners)
        {
            throw new OwnersSettingException("The language model is chosen by the owner of this site, because their machine sends the answers to it; ask them.");
        }
    }

    private static string InWords(string message) => message
        .Replace(LanguageModelOptions.AddressVariable, "The address", StringComparison.Ordinal)
        .Replace(LanguageModelOptions.TimeoutVariable, "The time for a reply", StringComparison.Ordinal)
        .Replace(LanguageModelOptions.ModelVariable, "the model's name", StringComparison.Ordinal);

    private void Use(LanguageModelOptions? options)
    {
        Fault = null;
        Current = options;
        Volatile.Write(ref _grader, options is null ? _offline : _connect(options));
    }

    private static LanguageModelOptions? Load(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web)?.Read() : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read ({error.Message}); no language model grades until it is set anew.", error);
        }
    }

    private sealed record Stored(string? Address, string? Model, string? Key, double? Seconds)
    {
        public LanguageModelOptions? Read() => LanguageModelOptions.Read(variable => variable switch
        {
            LanguageModelOptions.AddressVariable => Address,
            LanguageModelOptions.ModelVariable => Model,
            LanguageModelOptions.KeyVariable => Key,
            LanguageModelOptions.TimeoutVariable => Seconds?.ToString(CultureInfo.InvariantCulture),
            _ => null,
        });
    }
}
