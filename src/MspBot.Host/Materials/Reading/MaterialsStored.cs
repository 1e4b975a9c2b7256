using MspBot.Data.Materials;
using MspBot.Data.Materials.Reading;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Materials.Reading;

/// <summary>What is stored of a reader of the library.</summary>
internal sealed class MaterialsStored(LibraryReader reader) : StoredPart
{
    public override int Order => 36;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var (taken, complaints, wishes, searches) = await reader.Stored(person);
        return
        [
            .. Line("Что вы скачали из библиотеки", taken), .. Line("Сообщения «Не открывается»", complaints),
            .. Line("Что вы искали и не нашли", wishes), .. Line("Последние поиски в библиотеке", searches),
        ];
    }

    private static string[] Line(string what, int count) => count == 0 ? [] : [$"{what}: {Russian.Number(count)}"];
}

/// <summary>
/// What somebody took stays counted; what they searched is forgotten, or stays without them. Cards that name them as an author are drawn
/// anew.
/// </summary>
internal sealed class ReadingOnPersonErased(SearchStore searches, MaterialReader reader, MaterialFace face, Outbox outbox)
    : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => searches.Erase(person);

    public override async Task After(PersonId person, Turn turn)
    {
        var own = (await reader.Of(person)).ToDictionary(one => MaterialFace.Shows(one.Id));
        await outbox.RedrawNameless(own.Keys, async (shows, who) =>
            MaterialAccess.Sees(who, own[shows]) ? await face.Of(own[shows], who, []) : null);
    }
}

/// <summary>Materials in the log: «разработка «Проценты, 6 класс»».</summary>
internal sealed class MaterialsInLog(LibraryReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Material;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Names(ids)).ToDictionary(one => one.Id, one => $"разработка «{one.Name}»");

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(MaterialLinks.Material, id));
}
