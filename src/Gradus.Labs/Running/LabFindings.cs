using Gradus.Labs.Figures;
using Gradus.Labs.Statistics;

namespace Gradus.Labs.Running;

/// <summary>What a lab makes of its notebook.</summary>
/// <param name="Criteria">The conditions of the hypothesis; the first gives the effect and its interval.</param>
/// <param name="Conclusion">One or two sentences with the figures.</param>
/// <param name="Figures">The pictures.</param>
internal sealed record LabFindings(IReadOnlyList<Criterion> Criteria, string Conclusion, IReadOnlyList<Figure> Figures);
