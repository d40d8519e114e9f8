namespace Gradus.Interview.Grading.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits, with sign-free decimals and exponents.</summary>
    Number,

    /// <summary>An operator or a bracket.</summary>
    Symbol,

    /// <summary>Punctuation that may end a clause or a sentence; <c>\n</c> stands for the end of a line.</summary>
    Stop,
}

/// <summary>A token with its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Form">Its lower-case, canonical form.</param>
/// <param name="Stem">The form without inflection; equal to the form for all but words.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index behind its last character.</param>
internal readonly record struct Token(TokenKind Kind, string Form, string Stem, int Start, int End)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsContent => Kind is TokenKind.Word or TokenKind.Number;
}
