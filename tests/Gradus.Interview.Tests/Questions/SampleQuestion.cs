namespace Gradus.Interview.Tests.Questions;

/// <summary>A small, valid question file that tests change in one place.</summary>
internal static class SampleQuestion
{
    public const string Path = "bank/vision/sample.md";

    public const string Text = """
        ---
        id: sample
        title: A sample
        topic: vision
        kind: method
        profiles: [general, nlp]
        level: 2
        openings:
          - "How would you say it?"
          - "And in other words?"
        points:
          - id: p1
            facet: principle
            weight: 2
            fact: "Pooling takes the largest value of each window."
            cues:
              - "pool largest|maximum window"
          - id: p2
            facet: pitfall
            fact: "It loses the exact position."
            cues:
              - "lose position|location"
              - "pool no:position"
        misconceptions:
          - id: m1
            wrong: "Pooling has weights."
            right: "Pooling has nothing to learn."
            cues:
              - "pool weight|parameter learn"
        follow-ups:
          - ask: "Why?"
            when: [p2]
        references:
          - {title: "A paper", authors: "Someone", year: 1998, url: "https://example.org/a"}
        card:
          what: "a"
          why: "b"
          how: "c"
          when: "d"
          pitfall: "e"
        ---

        ## Question

        What does pooling do?

        ## Model answer

        ### Principle
        It takes the largest value.
        """;
}
