using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Stops at nesting deeper than any question file needs, so that a hostile file cannot exhaust the stack.</summary>
internal sealed class DepthLimitedParser(IParser inner) : IParser
{
    private const int MaximumDepth = 16;
    private int _depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        bool moved = inner.MoveNext();
        _depth += moved && inner.Current is { } current ? current.NestingIncrease : 0;
        if (_depth > MaximumDepth && inner.Current is { } deep)
        {
            throw new SemanticErrorException(deep.Start, deep.End, $"nested deeper than {MaximumDepth} levels");
        }

        return moved;
    }
}
