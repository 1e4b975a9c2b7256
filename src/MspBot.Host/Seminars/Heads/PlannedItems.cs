using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Facts;
using MspBot.Host.Printing;

namespace MspBot.Host.Seminars.Heads;

/// <summary>Items of the plan that a meeting may carry out: those of its kind and near its day first.</summary>
/// <param name="choices">Finds them.</param>
/// <param name="plans">Reads one.</param>
/// <param name="ask">The dialog.</param>
/// <param name="kind">The meeting's.</param>
/// <param name="day">The meeting's; while that is not known, today.</param>
/// <param name="last">Items are of the plans from the year of that day to this one.</param>
internal sealed class PlannedItems(
    ItemChoiceReader choices, PlanReader plans, Dialog ask, SeminarKind kind, DateOnly day, SchoolYear last) : SearchedList<PlanItemId>
{
    private const string Key = "plan";

    private readonly SchoolYear first = SchoolYear.Of(day);

    public override async Task<(IReadOnlyList<Option<PlanItemId>> Items, int All)> Find(string words, int skip, int take)
    {
        var (items, all) = await choices.Near(first, last, Enum.Parse<WorkForm>($"{kind}"), day, words, skip, take);
        return ([.. items.Select(item => ToChoose(item.Id, item.Number, item.Title))], all);
    }

    public override async Task<Option<PlanItemId>?> Again(PlanItemId value) =>
        await Find(value) is { } item ? ToChoose(item.Id, item.Number, item.Measure.Text.Title) : null;

    internal Task<bool> Any() => choices.HasAny(first, last);

    /// <summary>Asks, unless there is no item to choose; null: outside the plan.</summary>
    internal async Task<PlanItemId?> Choose()
    {
        if (!await Any()) return null;
        var item = await ask.OptionalSearch(Key, QuestionTexts.PlanItem, this);
        return item == default ? null : item;
    }

    /// <summary>What «Создать мероприятие» on an item begins with: the kind, and the item itself.</summary>
    internal async Task<IReadOnlyList<Answer>> BeginsWith(PlanItemId id) =>
        await Find(id) is { Measure.Text.Form: var form } item && KindOf(form) is { } of && await Again(id) is { } option
            ? [Answered("kind", QuestionTexts.Kind, $"{of}", SeminarTexts.Kind(of)),
                Answered(Key, QuestionTexts.PlanItem, item.Id, option.Said!)]
            : [];

    /// <summary>What the item says about the meeting answers what is asked next, unless that is answered already.</summary>
    internal async Task Assume(PlanItemId? chosen, PersonReader people)
    {
        await ask.Assume("title", QuestionTexts.Title, async () =>
            await Text(chosen) is { Title: var title } && Printable.Reads(title) ? new Option<string>(title, title) : null);
        await ask.Assume("audience", QuestionTexts.Audience, async () =>
            await Text(chosen) is { Audience: { } audience } ? new Option<string>(audience, audience) : null);
        await ask.Assume("leader", QuestionTexts.Leader, async () =>
            await Text(chosen) is { Responsible.Person: { } leader }
            && (await people.Leaders()).FirstOrDefault(p => p.Id == leader) is { Name: { } name }
                ? new Option<PersonId>(leader, leader == ask.Person ? QuestionTexts.Me(name) : name) : null);
    }

    /// <summary>What a head may have overlooked; empty where the meeting fits the item.</summary>
    internal async Task<string> Note(PlanItemId? chosen, DateTimeOffset start) =>
        chosen is { } id && await Find(id) is { } item && TermNoteTexts.Outside(item, ask.Zone.DayOf(start)) is { } outside
            ? $"❗ {outside} " : "";

    internal static SeminarKind? KindOf(WorkForm form) =>
        form.IsMeeting() && Enum.TryParse<SeminarKind>($"{form}", out var kind) ? kind : null;

    private async Task<ItemText?> Text(PlanItemId? id) => id is { } chosen && await Find(chosen) is { } item ? item.Measure.Text : null;

    private async Task<ItemDetails?> Find(PlanItemId id) =>
        await plans.Item(id, ask.Now) is { State: not ItemState.Excluded } item ? item : null;

    private static Option<PlanItemId> ToChoose(PlanItemId id, int number, string title) =>
        new(id, ButtonRows.Titled($"{Russian.Number(number)} · ", title), $"{Russian.Number(number)}. {title}");

    private static Answer Answered<T>(string key, Prompt prompt, T value, string label) =>
        new(key, prompt.Label, AnswerJson.Write(value), label, 0);
}
