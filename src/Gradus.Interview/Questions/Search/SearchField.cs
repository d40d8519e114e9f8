namespace Gradus.Interview.Questions.Search;

/// <summary>The parts of a question that are searched; a word weighs more in an earlier one.</summary>
public enum SearchField
{
    /// <summary>Title, id and topic.</summary>
    Title,

    /// <summary>The question and the other ways to ask it.</summary>
    Ask,

    /// <summary>The five lines of its card.</summary>
    Card,

    /// <summary>What an answer must hold, and known wrong statements.</summary>
    Points,
}
