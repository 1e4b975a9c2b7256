using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Seminars;

/// <summary>Meetings in the log; their history is for whoever leads them.</summary>
internal sealed class SeminarsInLog(SeminarNames names, SeminarReader reader, SiteZone zone) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Seminar;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Of(ids)).ToDictionary(n => n.Key, n => SeminarLogTexts.Name(n.Value.Title, zone.DayOf(n.Value.StartsAt)));

    public override async Task<ThingCard?> Card(long id) => (await names.Of([id])).Count > 0 ? new(SeminarLinks.Seminar, id) : null;

    public override Task<bool> MayRead(Turn turn, long id) => SeminarAccess.Led(reader).Allows(turn, id);

    public override string Detail(LogAction action, LogDetail detail) => SeminarLogTexts.Detail(action, detail, zone);
}
