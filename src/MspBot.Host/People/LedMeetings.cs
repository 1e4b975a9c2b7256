using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// The coming meetings that somebody leads: who takes their last role of leading away says who leads them. Implemented once, by Seminars.
/// </summary>
internal abstract class LedMeetings
{
    public abstract Task<int> Count(PersonId leader, DateTimeOffset now);

    /// <summary>Another leads them; those concerned hear of it, as of any change of leader.</summary>
    /// <returns>How many stay as they were, because the other has something else at their time; whoever hands them over is told
    /// which.</returns>
    public abstract Task<int> HandOver(PersonId leader, PersonId heir, Turn turn);
}
