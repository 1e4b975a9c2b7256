using MspBot.Data.Digests;
using MspBot.Domain.Log;
using MspBot.Host.Log;

namespace MspBot.Host.Digests;

internal sealed class DigestsInLog(DigestStore store) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Digest;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await store.Periods(ids)).ToDictionary(p => p.Key, p => DigestTexts.InLog(p.Value));

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(DigestLinks.Digest, id));
}
