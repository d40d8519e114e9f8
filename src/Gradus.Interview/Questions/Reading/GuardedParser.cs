using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Stops at nesting deeper than any question file needs, so that a hostile file cannot exhaust the stack, and tells of every fault of the text as YAML's.</summary>
internal sealed class GuardedParser(IParser inner) : IParser
{
    private const int MaximumDepth = 16;
    private int _depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        bool moved = Next();
        _depth += moved && inner.Current is { } current ? current.NestingIncrease : 0;
        if (_depth > MaximumDepth && inner.Current is { } deep)
        {
            throw new SemanticErrorException(deep.Start, deep.End, $"nested deeper than {MaximumDepth} levels");
        }

        return moved;
    }

    // The scanner throws this, and no error of YAML's, for some text in brackets that no scalar can begin with.
    private bool Next()
    {
        try
        {
            return inner.MoveNext();
        }
        catch (InvalidOperationException error)
        {
            Mark place = inner.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "cannot be read as YAML behind this place", error);
        }
    }
}
