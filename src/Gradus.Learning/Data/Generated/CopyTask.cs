namespace Gradus.Learning.Data.Generated;

/// <summary>What <see cref="CopyTokens"/> asks for.</summary>
public enum CopyTask
{
    /// <summary>At each step the token of some steps before.</summary>
    DelayedCopy,

    /// <summary>After a sequence and a sign of its end, its tokens from the last to the first.</summary>
    Reversal,

    /// <summary>At each step the difference of its token and the one of some steps before, modulo the number of symbols.</summary>
    Difference,
}
