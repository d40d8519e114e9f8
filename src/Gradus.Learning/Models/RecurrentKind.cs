namespace Gradus.Learning.Models;

/// <summary>The kinds of recurrent layer.</summary>
public enum RecurrentKind
{
    /// <summary>The plain recurrent layer with tanh.</summary>
    Rnn,

    /// <summary>Long short-term memory.</summary>
    Lstm,

    /// <summary>The gated recurrent unit.</summary>
    Gru,
}
