using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>The plan as a table: what is handed out can be changed and handed in again.</summary>
internal static class PlanSheet
{
    internal const string Number = "№";
    internal const string Title = "Мероприятие";
    internal const string Form = "Форма";
    internal const string Term = "Срок";
    internal const string Responsible = "Ответственный";
    internal const string Result = "Результат, вид документа";
    internal const string Audience = "Для кого";
    internal const string Code = "Код";
    private const string State = "Статус";
    private const string Fact = "Факт";
    private const string Day = "Дата";
    private const string People = "Участников";

    /// <summary>What is read of a table that is handed in; the rest is what the bot has written itself.</summary>
    internal static readonly IReadOnlyList<TableColumn> Read =
    [
        new(Title, OtherNames: ["Мероприятия", "Наименование мероприятия"]), new(Form, OtherNames: ["Форма работы"]),
        new(Term, OtherNames: ["Сроки", "Срок проведения", "Сроки проведения"]), new(Responsible, OtherNames: ["Ответственные"]),
        new(Result, OtherNames: ["Результат", "Вид документа"]), new(Audience, IsRequired: false), new(Code, IsRequired: false),
        new(Number, IsRequired: false, OtherNames: ["№ п/п"]), new(State, IsRequired: false), new(Fact, IsRequired: false),
        new(Day, IsRequired: false), new(People, IsRequired: false),
    ];

    /// <summary>The plan as somebody with this scope reads it, without what was excluded.</summary>
    internal static byte[] Xlsx(
        PlanStamp plan, IReadOnlyList<ItemDetails> items, ItemScope scope, IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout,
            SiteZone zone,
        DateTimeOffset now)
    {
        var year = new SchoolYear(plan.Year);
        return SheetWriter.Xlsx(PlanTexts.Plan, PlanTexts.OfYear(year), Columns(year),
            from item in items
            where item.State != ItemState.Excluded && item.SeenIn(scope) is not null
            select Row(plan, item, item.SeenIn(scope)!, turnout.GetValueOrDefault(item.Id), zone, now));
    }

    /// <summary>The same table with nothing in it.</summary>
    internal static byte[] Empty(SchoolYear year) => SheetWriter.Xlsx(PlanTexts.Plan, PlanTexts.OfYear(year), Columns(year), []);

    private static IReadOnlyList<SheetColumn> Columns(SchoolYear year) =>
    [
        new(Number, 5) { IsOurs = true }, new(Title, 44), new(Form, 24) { Choices = [.. Enum.GetValues<WorkForm>().Select(
            FormTexts.Form)] },
        new(Term, 20) { Hint = Russian.AtStart(TermTexts.Example(year)) }, new(Responsible, 24), new(Result, 28), new(Audience, 20),
        new(Code, 22) { IsHidden = true, IsOurs = true }, new(State, 16) { IsOurs = true }, new(Fact, 16) { IsOurs = true },
        new(Day, 11) { IsOurs = true }, new(People, 12) { IsOurs = true },
    ];

    private static object?[] Row(
        PlanStamp plan, ItemDetails item, ItemVersion seen, ItemTurnout? turnout, SiteZone zone, DateTimeOffset now)
    {
        return
        [
            item.Number, seen.Text.Title, FormTexts.Form(seen.Text.Form), TermTexts.Term(seen.Text.Term), ItemTexts.Responsible(seen),
            seen.Text.Result, seen.Text.Audience, ItemCode.Of(plan, Printed(item, seen)), Standing(item, seen),
            ItemTexts.Fact(item.FactAt(now, zone)), item.HeldOn(zone), turnout?.People,
        ];
    }

    /// <summary>The version that is printed, which is not what the head is writing where somebody else prints.</summary>
    internal static PrintedItem Printed(ItemDetails item, ItemVersion seen) =>
        PrintedItem.Of(item.Number, seen.Text, seen.IsExcluding, ItemTexts.Responsible(seen));

    private static string Standing(ItemDetails item, ItemVersion seen) =>
        seen.IsExcluding ? PaperTexts.Excluding : seen == item.InForce ? PaperTexts.InForce : ItemTexts.State(item);
}
