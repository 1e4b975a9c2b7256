using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>What one item of the plan says.</summary>
internal static class ItemTexts
{
    internal const string NoItems = "Таких пунктов нет.";
    private const int TitleInList = 120;

    internal static string Name(ItemDetails item) => $"Пункт {Russian.Number(item.Number)}";

    internal static string State(ItemDetails item) => item switch
    {
        { State: ItemState.Draft, InForce: not null } => "изменён, не отправлен",
        { State: ItemState.Draft } => "не отправлен",
        { State: ItemState.Submitted } => "ждёт согласования",
        { State: ItemState.Agreed } => "согласован",
        { State: ItemState.Returned } => "возвращён",
        _ => "исключён",
    };

    internal static string Fact(Fact fact) => fact switch
    {
        Domain.Plan.Fact.Ahead => "впереди",
        Domain.Plan.Fact.Running => "идёт",
        Domain.Plan.Fact.Done => "выполнен",
        Domain.Plan.Fact.DoneLate => "выполнен позже срока",
        Domain.Plan.Fact.Overdue => "просрочен",
    };

    /// <summary>The name of the responsible person, or the words that stand there.</summary>
    internal static string Responsible(ItemVersion version) =>
        version.Text.Responsible.Words ?? version.ResponsibleName ?? DialogTexts.Erased;

    /// <summary>All that a version says, a line each.</summary>
    internal static Html Body(ItemVersion version) => Html.Lines(
        Html.Of($"Форма: {FormTexts.Form(version.Text.Form)}"),
        Html.Of($"Срок: {TermTexts.Term(version.Text.Term)}"),
        Html.Of($"Ответственный: {Responsible(version)}"),
        Html.Of($"Результат: {version.Text.Result}"),
        version.Text.Audience is { } audience ? Html.Of($"Для кого: {audience}") : default);

    /// <summary>One of a page: the number, the title, the term, and how it stands.</summary>
    internal static Html Line(ItemDetails item, ItemVersion seen, string stands) =>
        Html.Of($"<b>{item.Number}.</b> {Ellipsis.Cut(seen.Text.Title, TitleInList)} — {TermTexts.Term(seen.Text.Term)}, {stands}");

    internal static string Button(ItemDetails item, ItemVersion seen) =>
        ButtonRows.Titled($"{Russian.Number(item.Number)} · ", seen.Text.Title);
}
