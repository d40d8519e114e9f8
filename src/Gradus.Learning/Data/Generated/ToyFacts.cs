using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>A small set of documents with facts about invented people, questions about them in two wordings, and questions that no document answers: for retrieval and for models that must say that they do not know.</summary>
/// <remarks>Each document states some of five relations. A question without an answer asks a person of the documents for a relation that is left out, or a person of whom there is none.</remarks>
public sealed record ToyFacts
{
    /// <summary>The documents, 1 to 40, each about a person of its own. Default 12.</summary>
    public int Documents { get; init; } = 12;

    /// <summary>The relations that a document states, 1 to 4 of 5. Default 3.</summary>
    public int FactsPerDocument { get; init; } = 3;

    /// <summary>The questions without an answer. Default 12.</summary>
    public int Unanswerable { get; init; } = 12;

    /// <summary>Makes documents and questions.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal texts.</param>
    /// <returns>A question for each fact, and those without an answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ToyFactsRows Generate(ulong seed)
    {
        GeneratedOptions.RequireWithin(Documents, 1, ToyRelations.People.Length - 8, nameof(Documents));
        GeneratedOptions.RequireWithin(FactsPerDocument, 1, ToyRelations.All.Length - 1, nameof(FactsPerDocument));
        GeneratedOptions.RequireWithin(Unanswerable, 0, 1000, nameof(Unanswerable));
        Rng random = new Rng(seed).Split("toy-facts");
        string[] people = [.. random.Permutation(ToyRelations.People.Length).Select(person => ToyRelations.People[person])];
        List<ToyDocument> documents = [];
        List<ToyQuestion> questions = [];
        for (int id = 0; id < Documents; id++)
        {
            ToyRelation[] relations = [.. random.Permutation(ToyRelations.All.Length)[..FactsPerDocument].Select(relation => ToyRelations.All[relation])];
            Dictionary<string, string> facts = new(StringComparer.Ordinal);
            List<string> sentences = [];
            foreach (ToyRelation relation in relations)
            {
                string value = relation.Values[random.NextInt(relation.Values.Length)];
                facts.Add(relation.Name, value);
                sentences.Add(relation.Say(sentences.Count == 0 ? people[id] : people[id].Split(' ')[0], value));
                questions.Add(new ToyQuestion(relation.Ask(people[id]), relation.AskAgain(people[id]), value, id));
            }

            documents.Add(new ToyDocument(id, people[id], string.Join(' ', sentences), facts));
        }

        for (int question = 0; question < Unanswerable; question++)
        {
            questions.Add(WithoutAnswer(random, people, documents));
        }

        ToyQuestion[] shuffled = [.. questions];
        random.Shuffle<ToyQuestion>(shuffled);
        return new ToyFactsRows(documents, shuffled);
    }

    private static ToyQuestion WithoutAnswer(Rng random, string[] people, List<ToyDocument> documents)
    {
        int person = random.NextInt(2) == 0 ? random.NextInt(documents.Count) : documents.Count + random.NextInt(people.Length - documents.Count);
        ToyRelation[] unknown = [.. ToyRelations.All.Where(relation => person >= documents.Count || !documents[person].Facts.ContainsKey(relation.Name))];
        ToyRelation asked = unknown[random.NextInt(unknown.Length)];
        return new ToyQuestion(asked.Ask(people[person]), asked.AskAgain(people[person]), null, null);
    }
}
