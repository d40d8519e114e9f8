namespace Gradus.Hosting.LanguageModels;

/// <summary>A person on a shared site asked for something that only its owner may set.</summary>
/// <param name="message">What it is, and whom to ask.</param>
public sealed class OwnersSettingException(string message) : Exception(message);
