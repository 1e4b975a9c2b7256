using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations.Hours;

/// <summary>
/// What is done when a tutor may have free times that were not there before: those who wait hear of them. All of them run in the
/// transaction that opens the hours, or cancels what was agreed. Registered with AddScoped&lt;FreeTimesListener, …&gt;.
/// </summary>
internal abstract class FreeTimesListener
{
    public abstract Task After(PersonId tutor, Turn turn);
}
