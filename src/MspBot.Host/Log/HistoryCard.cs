using MspBot.Data.Log;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>«История»: what was done to one thing, for heads and for whoever else may read it. The argument is the page.</summary>
internal sealed class HistoryCard<T>(T things, LogReader reader, LogWords words) : Card where T : LoggedThings
{
    public override string Key => LogLinks.HistoryOf(things.Kind);

    public override Access Access => Access.Rows(async (turn, id) => turn.Speaker.Is(Role.Head) || await things.MayRead(turn, id));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var page = await Pager.Read(Pager.Number(arg), number => things.Kind == LogSubject.Person
            ? reader.OfPerson(new(id), number) : reader.OfThing(things.Kind, id, number));
        var name = (await things.Names([id])).GetValueOrDefault(id);
        return new Screen(LogTexts.HistoryOf(name, await words.Lines(page.Items)))
            .Turning(page, (label, number) => Button.Card(label, Key, id, arg: Russian.Number(number)))
            .Row(await things.Card(id) is { } card ? Button.Card(LogTexts.Back, card.Key, card.Id, arg: card.Arg) : null,
                EngineTexts.ToMenu);
    }
}
