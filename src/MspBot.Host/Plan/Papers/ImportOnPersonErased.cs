using MspBot.Data.People;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.People;
using Quartz;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// Somebody is about to be erased: the table that they have handed in goes, and what others have handed in is forgotten, because it may
/// name them. The others read so at their next press; those to whom nothing was shown yet are told.
/// </summary>
internal sealed class ImportOnPersonErased(ImportStore imports, PersonReader people) : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        // All rows in one order first: of two erasures at once, each holding their own, neither would come through.
        foreach (var import in await imports.Forget())
        {
            if (import.By == person) continue;
            if (await people.Chat(import.By) is { } chat)
                turn.TellOthers(new Notice(chat, ImportScreens.Forgotten(import.Year), NoticeKey.ImportRead(import.Id)));
        }
        await imports.DropOf(person);
    }
}

/// <summary>Each night: forgets tables that nobody has decided on for a week. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class OldImportsJob(ImportStore imports, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await items.Once("old plan tables", () => imports.DropOld(time.GetUtcNow()));
}
