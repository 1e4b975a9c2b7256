using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>«Найти пункт»: by its number or a part of its title. Begun with the plan.</summary>
internal sealed class FindItemFlow(PlanReader reader) : Flow
{
    public override string Key => PlanLinks.Find;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override string Title => PlanTexts.Find;

    public override bool For(Speaker speaker) => PlanAccess.Reads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<PlanId>() is not { } plan || await reader.One(plan) is null)
            return Say(PlanRefusalScreens.Of(PlanRefusal.NoSuchPlan));
        return Do(new OpenItem(await ask.Search("which", ItemQuestionTexts.Which,
            new PlanItems(reader, plan, PlanAccess.Scope(ask.Speaker), ask.Now))));
    }
}

/// <summary>Items of a plan that somebody may read, as options.</summary>
internal sealed class PlanItems(PlanReader reader, PlanId plan, ItemScope scope, DateTimeOffset now) : SearchedList<PlanItemId>
{
    private IReadOnlyList<Option<PlanItemId>>? all;

    public override async Task<(IReadOnlyList<Option<PlanItemId>> Items, int All)> Find(string words, int skip, int take)
    {
        var found = (await All()).Where(option => Folded.Contains(option.Said!, words)).ToList();
        return ([.. found.Skip(skip).Take(take)], found.Count);
    }

    public override async Task<IReadOnlyList<Option<PlanItemId>>> Near(string words)
    {
        var options = await All();
        var near = WordSearch.Among(words, [.. options.Select(option => option.Said!)]);
        return [.. near.Items.Select(n => options[n]).Take(Domain.Paging.Size)];
    }

    public override async Task<Option<PlanItemId>?> Again(PlanItemId value) =>
        (await All()).FirstOrDefault(option => option.Value == value);

    private async Task<IReadOnlyList<Option<PlanItemId>>> All() => all ??=
    [
        .. (await reader.Items(plan, now)).Where(item => item.State != ItemState.Excluded && item.SeenIn(scope) is not null)
            .Select(item => new Option<PlanItemId>(item.Id, ItemTexts.Button(item, item.SeenIn(scope)!),
                $"{Russian.Number(item.Number)} · {item.SeenIn(scope)!.Text.Title}")),
    ];
}

/// <summary>An item was found.</summary>
internal sealed record OpenItem(PlanItemId Id);

internal sealed class OpenItemHandler : Handler<OpenItem>
{
    public override Task<Done> Handle(OpenItem command, Turn turn) =>
        Task.FromResult<Done>(new Done.Opening(PlanLinks.Item, command.Id.Value));
}
