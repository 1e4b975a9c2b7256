using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// The coming meetings that a person leads; when their last leading role is removed, the speaker chooses who leads them. Implemented once,
/// by Seminars.
/// </summary>
internal abstract class LedMeetings
{
    public abstract Task<int> Count(PersonId leader, DateTimeOffset now);

    /// <summary>Hands the meetings to another leader and notifies those concerned, as for any change of leader.</summary>
    /// <returns>How many keep their leader because the heir has something else at that time; the speaker is told which.</returns>
    public abstract Task<int> HandOver(PersonId leader, PersonId heir, Turn turn);
}
