using MspBot.Data.Plan.Papers;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;
using Quartz;

namespace MspBot.Host.Plan.Papers;

/// <summary>Somebody is about to be erased: the table that they have handed in goes, and its file.</summary>
internal sealed class ImportOnPersonErased(ImportStore imports) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => imports.DropOf(person);
}

/// <summary>Each night: forgets tables that nobody has decided on for a week. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class OldImportsJob(ImportStore imports, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await items.Once("old plan tables", () => imports.DropOld(time.GetUtcNow()));
}
