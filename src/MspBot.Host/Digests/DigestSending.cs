using MspBot.Data.Digests;
using MspBot.Data.Log;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Digests;

/// <summary>A kept digest, as it goes to each who has a right to it. Its tables hold names: the log says who got them.</summary>
internal sealed class DigestSending(DigestStore store, DigestScreens screens, LogWriter log)
{
    internal async Task<IReadOnlyCollection<Notice>> Notices(StoredDigest stored, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        var names = await store.Names(DigestFiles.People(stored.Digest));
        var files = DigestScreens.Files(stored.Digest, names);
        var recipients = await store.AddRecipients(stored.Id);
        foreach (var recipient in recipients)
        {
            if (recipient.Chat is not { } chat) continue;
            Screen[] all = [screens.Message(stored.Id, stored.Digest, names, DigestScreens.Decides(recipient), recipient.IsHead), .. files];
            notices.AddRange(all.Select((screen, nr) => new Notice(chat, screen, NoticeKey.Digest(stored.Id, recipient.Person, nr))));
        }
        log.Write(LogLine.ByClock(now, LogAction.FileTaken, LogSubject.Digest, stored.Id,
            LogDetail.Of("file", LogFile.DigestTable).And("people", recipients.Count).And("to", recipients.Select(r => r.Person.Value))));
        return notices;
    }
}

/// <summary>Digests as things of the log.</summary>
internal sealed class DigestsInLog(DigestStore store) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Digest;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await store.Periods(ids)).ToDictionary(p => p.Key, p => DigestTexts.InLog(p.Value));

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(DigestLinks.Digest, id));
}
