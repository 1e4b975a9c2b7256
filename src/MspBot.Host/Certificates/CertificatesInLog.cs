using MspBot.Data.Certificates;
using MspBot.Domain.Log;
using MspBot.Host.Log;

namespace MspBot.Host.Certificates;

internal sealed class CertificatesInLog(CertificateReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Certificate;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.DetailsOf([.. ids])).ToDictionary(c => c.Id.Value, c => CertificateTexts.InLog(c.Number));

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(CertificateLinks.Certificate, id));
}
