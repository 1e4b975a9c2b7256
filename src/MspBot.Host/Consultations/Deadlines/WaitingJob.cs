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
/// Each minute: tells teachers whose request waits for a free time that one has appeared, because the two weeks that can be chosen from
/// moved on, or a meeting was declined, moved or cancelled. A teacher is told once, and again only after there were none in between; a
/// teacher who asked while there were times is not told. In quiet hours only new requests are noted; the others keep their state until
/// morning. Safe to run twice, late, and on two machines at once.
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
        // In quiet hours only requests that were never looked at are noted.
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
            return OneMessage.Of(told.Select(one => WaitingOffers.Offer(one, now, quiet, zone)), NewsTexts.FreeTimesOpenedFor);
        });

        static Task<IReadOnlyList<ConsultationId>> Listed(List<ConsultationId> ids) => Task.FromResult<IReadOnlyList<ConsultationId>>(ids);

        async Task<IReadOnlyCollection<Notice>> Noted(IReadOnlyList<ConsultationId> ids, bool hasTimes)
        {
            await store.Note(ids, hasTimes, now);
            return [];
        }
    }
}
