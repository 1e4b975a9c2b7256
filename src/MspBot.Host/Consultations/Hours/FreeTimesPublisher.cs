using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations.Hours;

/// <summary>Tells all who want to know that a tutor may have more free times than before.</summary>
internal sealed class FreeTimesPublisher(IEnumerable<FreeTimesListener> listeners)
{
    internal async Task Tell(PersonId tutor, Turn turn)
    {
        foreach (var listener in listeners) await listener.After(tutor, turn);
    }
}
