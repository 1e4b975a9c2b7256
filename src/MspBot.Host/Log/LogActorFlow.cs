using MspBot.Data.Log;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Log;

/// <summary>«Кто»: whose deeds the log shows. Begun with what it is narrowed to.</summary>
internal sealed class LogActorFlow(LogReader reader, LoggedPeople people) : Flow
{
    public override string Key => LogLinks.Who;

    public override Access Access => Access.NoRow("begins with what the log is narrowed to: a head reads all of it");

    public override string Title => LogTexts.Title;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var actor = await ask.OptionalSearch("who", LogTexts.WhoAsk, new LogActors(reader, people));
        return Do(new NarrowLog(LogNarrowing.Read(ask.Start.Text) with { Actor = actor == default ? null : actor }));
    }
}

/// <summary>Everybody who has done something, by name; who has erased their data has none.</summary>
internal sealed class LogActors(LogReader reader, LoggedPeople people) : SearchedList<PersonId>
{
    private IReadOnlyList<Option<PersonId>>? all;

    public override async Task<(IReadOnlyList<Option<PersonId>> Items, int All)> Find(string words, int skip, int take)
    {
        var found = (await All()).Where(option => Folded.Contains(option.Label, words)).ToList();
        return ([.. found.Skip(skip).Take(take)], found.Count);
    }

    public override async Task<IReadOnlyList<Option<PersonId>>> Near(string words)
    {
        var options = await All();
        var near = WordSearch.Among(words, [.. options.Select(option => option.Label)]);
        return [.. near.Items.Select(n => options[n]).Take(Domain.Paging.Size)];
    }

    public override async Task<Option<PersonId>?> Again(PersonId value) => (await All()).FirstOrDefault(option => option.Value == value);

    private async Task<IReadOnlyList<Option<PersonId>>> All()
    {
        if (all is not null) return all;
        var names = await people.Names([.. (await reader.Actors()).Select(actor => actor.Value)]);
        return all =
        [
            .. names.OrderBy(one => one.Value, StringComparer.Create(new("ru-RU"), ignoreCase: true)).ThenBy(one => one.Key)
                .Select(one => new Option<PersonId>(new(one.Key), one.Value)),
        ];
    }
}

/// <summary>What the log is to be narrowed to.</summary>
internal sealed record NarrowLog(LogNarrowing To);

internal sealed class NarrowLogHandler : Handler<NarrowLog>
{
    public override Task<Done> Handle(NarrowLog command, Turn turn) =>
        Task.FromResult<Done>(new Done.Opening(LogLinks.Log, 0, command.To.Argument));
}
