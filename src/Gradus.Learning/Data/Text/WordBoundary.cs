namespace Gradus.Learning.Data.Text;

/// <summary>Cuts bytes into words that merges do not cross.</summary>
internal static class WordBoundary
{
    // A word's kind; bytes outside ASCII are parts of letters.
    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Sign,
    }

    /// <summary>The length of the first word: letters, digits or other signs, with the one space before them, or white space.</summary>
    internal static int Next(ReadOnlySpan<byte> bytes)
    {
        int begin = bytes.Length > 1 && bytes[0] == ' ' && Of(bytes[1]) != Kind.Space ? 1 : 0;
        Kind kind = Of(bytes[begin]);
        int end = begin + 1;
        while (end < bytes.Length && Of(bytes[end]) == kind)
        {
            end++;
        }

        // The last space of white space belongs to the word after it.
        bool gives = kind == Kind.Space && end < bytes.Length && end > 1 && bytes[end - 1] == ' ';
        return gives ? end - 1 : end;
    }

    private static Kind Of(byte letter) => letter switch
    {
        (byte)' ' or (>= 9 and <= 13) => Kind.Space,
        >= (byte)'0' and <= (byte)'9' => Kind.Digit,
        >= 128 or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') => Kind.Letter,
        _ => Kind.Sign,
    };
}
