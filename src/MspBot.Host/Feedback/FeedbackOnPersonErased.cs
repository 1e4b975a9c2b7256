using MspBot.Data.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Feedback;

/// <summary>Somebody is about to be erased: words under their name go; anonymous ones stay, since their author is unknown.</summary>
internal sealed class FeedbackOnPersonErased(FeedbackStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Forget(person);
}
