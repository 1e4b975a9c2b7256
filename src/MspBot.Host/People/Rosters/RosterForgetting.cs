using MspBot.Data.People.Rosters;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// Somebody is about to be erased: the list that they have handed in goes. Lists of others may name them, but nobody can read that; links
/// that name them say only by which number they came.
/// </summary>
internal sealed class RosterOnPersonErased(RosterImportStore imports) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => imports.DropOf(person);
}

/// <summary>Each quarter of an hour: forgets lists of which nobody has made links in time. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class OldRostersJob(RosterImportStore imports, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await items.Once("old lists of teachers", () => imports.DropOld(time.GetUtcNow()));
}

/// <summary>Each night: deletes personal links that nobody has used in time. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class ExpiredLinksJob(RosterStore links, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await items.Once("expired personal links", () => links.DropExpired(time.GetUtcNow()));
}
