using System.Text.Json;
using Gradus.Interview.Grading;

namespace Gradus.Hosting.Json;

/// <summary>Evidence as the contract wants it: the words, or null, with their place beside them.</summary>
internal static class EvidenceWriting
{
    public static void WriteEvidence(this Utf8JsonWriter writer, Evidence? evidence)
    {
        writer.WriteString("evidence", evidence?.Text);
        if (evidence is not null)
        {
            writer.WriteNumber("start", evidence.Start);
            writer.WriteNumber("length", evidence.Length);
        }
    }
}
