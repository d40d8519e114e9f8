namespace Gradus.Interview.Questions;

/// <summary>How a question is put in a round, and by which structure the answer is judged.</summary>
public enum RoundKind
{
    /// <summary>Explained to an interviewer: principle, reason, example, pitfall.</summary>
    Explain,

    /// <summary>Explained to a listener who is no expert: intuition, benefit, limitation, when to use it; jargon is marked.</summary>
    Teach,

    /// <summary>Beyond the candidate: what is known, first principles, a related example, the gap and why it matters.</summary>
    Unknown,

    /// <summary>A whole system: data, model, training, evaluation, deployment, concern by concern.</summary>
    System,
}
