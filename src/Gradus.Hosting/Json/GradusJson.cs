using System.Text.Json;

namespace Gradus.Hosting.Json;

/// <summary>JSON as the command line and the REST API speak it.</summary>
public static class GradusJson
{
    /// <summary>
    /// One line, camelCase, enums as camelCase strings, NaN and infinities as null; verdicts, labs and reports in the form of the command-line contract.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}
