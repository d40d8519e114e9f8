namespace Gradus.Learning.Data.Generated;

/// <summary>The people and relations of <see cref="ToyFacts"/>.</summary>
internal static class ToyRelations
{
    internal static readonly ToyRelation[] All =
    [
        new("city", "{0} lives in {1}.", "Where does {0} live?", "In which town is the home of {0}?", ["Bern", "Porto", "Lund", "Graz", "Turku", "Siena", "Gdansk", "Bergen", "Leuven", "Cork"]),
        new("job", "{0} works as a {1}.", "What does {0} do for a living?", "Which occupation has {0}?", ["baker", "nurse", "pilot", "carpenter", "teacher", "chemist", "gardener", "surgeon", "printer", "fisher"]),
        new("pet", "{0} keeps a {1}.", "Which animal does {0} keep?", "What kind of pet belongs to {0}?", ["cat", "dog", "parrot", "tortoise", "rabbit", "goldfish", "ferret", "canary"]),
        new("instrument", "{0} plays the {1}.", "Which instrument does {0} play?", "On what does {0} make music?", ["cello", "flute", "oboe", "harp", "piano", "trumpet", "violin", "drum"]),
        new("food", "{0} likes {1} best.", "What does {0} like to eat best?", "Which is the favourite dish of {0}?", ["soup", "rice", "pancakes", "noodles", "salad", "dumplings", "bread", "stew"]),
    ];

    internal static readonly string[] People = [.. from first in (string[])["Ada", "Bruno", "Clara", "Dario", "Elin", "Fabio", "Greta", "Hugo"] from last in (string[])["Arden", "Brook", "Carver", "Dale", "Eastman", "Frost"] select $"{first} {last}"];
}
