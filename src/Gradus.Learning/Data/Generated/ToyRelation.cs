namespace Gradus.Learning.Data.Generated;

/// <summary>A relation of <see cref="ToyFacts"/>: how it is stated and asked for; {0} is the person, {1} the value.</summary>
internal sealed record ToyRelation(string Name, string Statement, string Question, string OtherQuestion, string[] Values)
{
    internal string Say(string person, string value) => Fill(Statement, person, value);

    internal string Ask(string person) => Fill(Question, person, "");

    internal string AskAgain(string person) => Fill(OtherQuestion, person, "");

    private static string Fill(string pattern, string person, string value) => pattern.Replace("{0}", person, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal);
}
