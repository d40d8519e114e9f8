namespace Gradus.Hosting.Services.Authoring;

/// <summary>The file that a new question begins with: the linter can read it, and says what is still to be written.</summary>
internal static class QuestionTemplate
{
    public static string For(string id)
    {
        string words = id.Replace('-', ' ');
        string title = char.ToUpperInvariant(words[0]) + words[1..];
        return $"""
            ---
            id: {id}
            title: "{title}"
            topic: foundations
            kind: concept
            profiles: [general]
            level: 1
            openings:
              - "Another way to ask it."
              - "A third way to ask it."
            points:
              - id: p1
                facet: principle
                fact: "What it is, in one sentence."
                cues:
                  - "two|alternatives something|else"
              - id: p2
                facet: reason
                fact: "Why it works."
                cues:
                  - "because|since works"
              - id: p3
                facet: example
                fact: "A number or a case that shows it."
                cues:
                  - "example number|case"
              - id: p4
                facet: pitfall
                fact: "What goes wrong when it is misused."
                cues:
                  - "wrong misuse|misused"
            misconceptions: []
            follow-ups:
              - ask: "What happens when it goes wrong?"
                when: [p4]
            references: []
            card:
              what: "What it is."
              why: "Why it works."
              how: "How it is done."
              when: "When to use it."
              pitfall: "What goes wrong."
            ---

            ## Question

            What would you ask about {words}?

            ## Model answer

            ### Principle

            What it is.

            ### Reason

            Why it works.

            ### Example

            A number or a case.

            ### Pitfall

            What goes wrong.

            """.ReplaceLineEndings("\n");
    }
}
