using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>What follows when somebody has registered who came by a link of their school. Implemented once, by Rosters.</summary>
internal abstract class SchoolArrivals
{
    /// <param name="start">The start argument by which they came; any other link is none of its business.</param>
    /// <param name="person">Who has registered.</param>
    /// <param name="turn">Theirs.</param>
    /// <returns>False: somebody else has registered by the same link, so they must not.</returns>
    public abstract Task<bool> Registered(string start, PersonId person, Turn turn);
}
