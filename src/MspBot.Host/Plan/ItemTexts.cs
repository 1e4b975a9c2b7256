using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>What one item of the plan says.</summary>
internal static class ItemTexts
{
    internal const string NoItems = "Таких пунктов нет.";
    internal const string Change = "Изменить пункт";
    internal const string Exclude = "Исключить пункт";
    internal const string KeepInPlan = "Оставить в плане";
    internal const string TakeBack = "Отозвать";
    internal const string MarkDone = "Отметить выполненным";
    internal const string Unmark = "Снять отметку";
    internal const string Material = "Материал";
    internal const string Back = "К пункту";
    internal const string NameHeir = "Назвать ответственного";
    private const int TitleInList = 120;

    internal static string Name(ItemDetails item) => $"Пункт {Russian.Number(item.Number)}";

    internal static string State(ItemDetails item) => item switch
    {
        { State: ItemState.Draft, Now.IsExcluding: true } => "будет предложен к исключению, не отправлен",
        { State: ItemState.Draft, InForce: not null } => "изменён, не отправлен",
        { State: ItemState.Draft } => "не отправлен",
        { State: ItemState.Submitted, Now.IsExcluding: true } => "предложен к исключению, ждёт согласования",
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

    /// <summary>The person who answers for it is erased.</summary>
    internal static bool IsLeft(ItemVersion version) => version is { Text.Responsible.Person: not null, ResponsibleName: null };

    internal static Html Title(ItemDetails item, ItemVersion seen) => Html.Bold($"{Name(item)}. {seen.Text.Title}");

    /// <summary>All that a version says, a line each.</summary>
    internal static Html Body(ItemVersion version) => Html.Lines(
        Html.Of($"Форма: {FormTexts.Form(version.Text.Form)}"),
        Html.Of($"Срок: {TermTexts.Term(version.Text.Term)}"),
        Html.Of($"Ответственный: {Responsible(version)}"),
        Html.Of($"Результат: {version.Text.Result}"),
        version.Text.Audience is { } audience ? Html.Of($"Для кого: {audience}") : default);

    /// <summary>How the present version stands, with who said what to it.</summary>
    internal static Html Stands(ItemDetails item, SiteZone zone) => Html.Lines(
        Html.Text(item.Decision is { Remark: null } decision
            ? $"{Russian.AtStart(State(item))}: {Who(decision.ByName)}, {Russian.DayAndMonth(zone.DayOf(decision.At))}."
            : item is { State: ItemState.Submitted, Now.SentAt: { } sent }
                ? $"{Russian.AtStart(State(item))} с {Russian.DayAndMonth(zone.DayOf(sent))}." : $"{Russian.AtStart(State(item))}."),
        Remark(item.Decision, zone));

    internal static Html Remark(ItemDecision? decision, SiteZone zone) => decision is { Remark: { } remark }
        ? Html.Of($"Замечание: «{remark}» — {Who(decision.ByName)}, {Russian.DayAndMonth(zone.DayOf(decision.At))}.") : default;

    internal static Html Reason(ItemVersion version) => version.Reason is { } reason ? Html.Of($"Почему: {reason}") : default;

    /// <summary>What became of it; of what is not in force yet, nothing.</summary>
    internal static Html FactLine(ItemDetails item, DateTimeOffset now, SiteZone zone)
    {
        if (!item.Rule.IsInForce) return default;
        var fact = Html.Text($"Выполнение: {Fact(item.FactAt(now, zone))}.");
        return item.DoneOn is not { } day ? fact : Html.Lines(fact, item.DoneWords is { } words
            ? Html.Of($"Отмечен {Russian.DayAndMonth(day)}: {words}") : Html.Text($"Отмечен {Russian.DayAndMonth(day)}."));
    }

    /// <summary>One of a page: the number, the title, the term, and how it stands.</summary>
    internal static Html Line(ItemDetails item, ItemVersion seen, string stands) =>
        Html.Of($"<b>{item.Number}.</b> {Ellipsis.Cut(seen.Text.Title, TitleInList)} — {TermTexts.Term(seen.Text.Term)} ({stands})");

    internal static string Button(ItemDetails item, ItemVersion seen) =>
        ButtonRows.Titled($"{Russian.Number(item.Number)} · ", seen.Text.Title);

    /// <summary>«Петрова А. И.», or that they are erased.</summary>
    internal static string Who(string? fullName) => fullName is null ? DialogTexts.Erased : FullName.Short(fullName);
}
