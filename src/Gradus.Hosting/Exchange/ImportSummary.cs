namespace Gradus.Hosting.Exchange;

/// <summary>What an import brought.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Cards">Cards of one's own that are new or changed.</param>
/// <param name="Reviews">Reviews that were not here before.</param>
/// <param name="Events">Events that were appended to the log, in all.</param>
/// <param name="Known">What the file holds that was here already.</param>
/// <param name="Notices">What was left out and why, a line each.</param>
public sealed record ImportSummary(ExchangeFormat Format, int Cards, int Reviews, int Events, int Known, IReadOnlyList<string> Notices);
