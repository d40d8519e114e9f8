using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>Where a file says that a card stands.</summary>
/// <param name="Question">The id of the question or card here.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Step">The step it is in while learning or relearning, from 0.</param>
/// <param name="Day">The study day on which it comes back, for a card that is learned; else null.</param>
/// <param name="Due">The instant at which it comes back, for a card in steps of minutes; else null.</param>
/// <param name="Suspended">Whether it is set aside.</param>
/// <param name="Changed">When it last changed there.</param>
internal sealed record ForeignPlace(string Question, CardPhase Phase, int Step, DateOnly? Day, DateTimeOffset? Due, bool Suspended, DateTimeOffset Changed);
