using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// Each minute: a request that waits for a time, and for which there was none, has one, because the two weeks that can be chosen
/// from have moved on, or something was declined, moved or called off. Its teacher hears of it once, and again only after there was
/// none meanwhile. Who asked while there were times has seen them. In quiet hours nobody is told, and what was known is kept for the
/// morning.
/// Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class WaitingJob(WaitingStore store, HoursReader hours, JobItems items, QuietHours quiet, SiteZone zone, TimeProvider time)
: IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var isQuiet = quiet.NotBefore(now) is not null;
        var free = new Dictionary<PersonId, bool>();
        var found = new Dictionary<ConsultationId, HoursWaiter>();
        var (known, none) = (new List<ConsultationId>(), new List<ConsultationId>());
        // In quiet hours only of those that were never looked at it is noted how they stand.
        await foreach (var page in store.Pages(tutor: null, onlyNew: isQuiet))
        {
            foreach (var (tutor, times) in await hours.FreeOf(page.Select(one => one.TutorId).Where(t => !free.ContainsKey(t)),
                now)) free[tutor] = times.Count > 0;
            foreach (var request in page.GroupBy(one => one.Id))
            {
                if (request.FirstOrDefault(one => free[one.TutorId]) is not { } one) none.Add(request.Key);
                else if (one.HadTimes is null) known.Add(one.Id);
                else if (one.HadTimes is false) found.Add(one.Id, one);
            }
        }

        await items.Each("requests without times", () => Listed(none), ids => Noted(ids, hasTimes: false));
        await items.Each("requests with times", () => Listed(known), ids => Noted(ids, hasTimes: true));
        await items.Each("requests with new times", () => Listed([.. found.Keys]), async ids =>
        {
            IReadOnlyList<HoursWaiter> noted = [.. (await store.Note(ids, hasTimes: true, now)).Select(id => found[id])];
            var told = await store.Offer(noted, zone.DayOf(now));
            return OneMessage.Of(told.Select(one => WaitingOffers.Offer(one, now, quiet, zone)), NewsTexts.HoursOpenedFor);
        });

        static Task<IReadOnlyList<ConsultationId>> Listed(List<ConsultationId> ids) => Task.FromResult<IReadOnlyList<ConsultationId>>(ids);

        async Task<IReadOnlyCollection<Notice>> Noted(IReadOnlyList<ConsultationId> ids, bool hasTimes)
        {
            await store.Note(ids, hasTimes, now);
            return [];
        }
    }
}
