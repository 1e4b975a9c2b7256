using MspBot.Domain.People;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>Keeps a file or a link that shows what came of an item, and gives it out. Implemented once, by Materials.</summary>
internal abstract class ResultMaterials
{
    /// <returns>The material's number.</returns>
    public abstract Task<long> Keep(Handed what, string name, PersonId by, ChatId chat, DateTimeOffset now);

    /// <summary>Null: it is gone.</summary>
    public abstract Task<Screen?> Show(long material);
}
