using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Plan.Facts;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>What waits for a decision: one says who, what about and whose; several of one kind are one line and a list.</summary>
internal static class DecisionTexts
{
    internal const string Assign = "Назначить";
    internal const string Mark = "Отметить";
    internal const string RemindSchools = "Напомнить школам";
    internal const string WriteDirector = "Написать директору";
    internal const string PassOn = "Через школу";
    internal const string OpenItem = "Открыть пункт";
    internal const string RemindMethodologist = "Напомнить методисту";
    internal const string ToDigest = "← К сводке";

    private const int LongestTopic = 40;

    /// <summary>«Заявка: Иванова А. П. (математика, «Дроби») ждёт 6 дней, тьютор Петров С. И.»</summary>
    internal static string One(
        Decision decision, IReadOnlyDictionary<long, string> names, DateTimeOffset now, SiteZone zone) => decision.Kind switch
        {
            DecisionKind.UnansweredRequest => $"Заявка: {Listed(decision, names, now, zone)}",
            DecisionKind.UnmarkedSeminar => $"{Title(decision.Kind)}: {Listed(decision, names, now, zone)}",
            DecisionKind.EmptySeminar => Listed(decision, names, now, zone),
            DecisionKind.SilentSchool => $"{Listed(decision, names, now, zone)}: {Silent}",
            DecisionKind.UnreachablePerson => $"Не получает сообщений: {Listed(decision, names, now, zone)}",
            DecisionKind.PlanItemDue => $"Пункт плана {Listed(decision, names, now, zone)}, мероприятия нет",
            DecisionKind.PlanItemOverdue => $"Просрочен пункт плана {Listed(decision, names, now, zone)}",
            DecisionKind.UnansweredPlan => Listed(decision, names, now, zone),
            DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.One(decision),
            DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered =>
                LibraryDigestTexts.One(decision, names, Waits(decision, now)),
        };

    /// <summary>The same under a title that names the kind.</summary>
    internal static string Listed(
        Decision decision, IReadOnlyDictionary<long, string> names, DateTimeOffset now, SiteZone zone) => decision.Kind switch
        {
            DecisionKind.UnansweredRequest =>
                $"{Who(decision.Teacher, names)} ({About(decision)}) ждёт {Waits(decision, now)}, {Whose(decision, names)}",
            DecisionKind.UnmarkedSeminar => $"«{DigestTexts.Cut(decision.Name)}», {Russian.DayAndMonth(zone.DayOf(decision.At!.Value))}"
                + (decision.Tutor is { } leader ? $", ведёт {Who(leader, names)}" : ""),
            DecisionKind.EmptySeminar => $"«{DigestTexts.Cut(decision.Name)}», {Russian.DayAndMonth(zone.DayOf(decision.At!.Value))}: "
                + $"{Russian.Plural(decision.Seated, "записался", "записались", "записались")} {decision.Seated} из {decision.Seats}",
            DecisionKind.SilentSchool => DigestTexts.School(decision.Name, LongestTopic),
            DecisionKind.UnreachablePerson =>
                $"{Who(decision.Id, names)}{(decision.At is { } at ? $", запись на {Russian.Short(at, zone)}" : ", тьютор")}",
            DecisionKind.PlanItemDue or DecisionKind.PlanItemOverdue =>
                $"{Russian.Number(decision.Number)} «{DigestTexts.Cut(decision.Name)}», срок до {Russian.DayAndMonth(decision.Day!.Value)}",
            DecisionKind.UnansweredPlan => $"План на {decision.Name} ждёт согласования с "
                + $"{Russian.DayAndMonth(zone.DayOf(decision.At!.Value))}: {Items(decision.Number)}",
            DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.Listed(decision),
            DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered =>
                LibraryDigestTexts.Listed(decision, names, Waits(decision, now)),
        };

    /// <summary>«5 заявок ждут больше 48 часов»</summary>
    internal static string Many(DecisionKind kind, int count) => kind switch
    {
        DecisionKind.UnansweredRequest => $"{Russian.Count(count, "заявка ждёт", "заявки ждут", "заявок ждут")} больше 48 часов",
        DecisionKind.UnmarkedSeminar => $"Не отмечено, кто был: {Meetings(count)}",
        DecisionKind.EmptySeminar => $"{Meetings(count)} почти без записей",
        DecisionKind.SilentSchool => $"{Russian.Count(count, "школа", "школы", "школ")} {Decisions.SilentDays} дней "
            + $"не {Russian.Plural(count, "участвует", "участвуют", "участвуют")}",
        DecisionKind.UnreachablePerson => $"{Russian.Count(count, "человек", "человека", "человек")} "
            + $"не {Russian.Plural(count, "получает", "получают", "получают")} сообщений",
        DecisionKind.PlanItemDue => $"{Items(count)} плана без мероприятия, срок в ближайшие две недели",
        DecisionKind.PlanItemOverdue =>
            $"{Russian.Plural(count, "Просрочен", "Просрочены", "Просрочено")} {Items(count)} плана",
        DecisionKind.UnansweredPlan => $"{Russian.Count(count, "план ждёт", "плана ждут", "планов ждут")} согласования больше "
            + $"{PlanAnswers.LateAfter} рабочих дней",
        DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.Many(kind, count),
        DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered => LibraryDigestTexts.Many(kind, count),
    };

    internal static string ManyButton(DecisionKind kind, int count) => $"{Title(kind)}: {Russian.Number(count)}";

    internal static string Title(DecisionKind kind) => kind switch
    {
        DecisionKind.UnansweredRequest => "Заявки без ответа",
        DecisionKind.UnmarkedSeminar => "Не отмечено, кто был",
        DecisionKind.EmptySeminar => "Мало записей",
        DecisionKind.SilentSchool => "Школы не участвуют",
        DecisionKind.UnreachablePerson => "Не получают сообщений",
        DecisionKind.PlanItemDue => "Пункты без мероприятия",
        DecisionKind.PlanItemOverdue => "Просроченные пункты",
        DecisionKind.UnansweredPlan => "Планы без ответа",
        DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.Title(kind),
        DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered => LibraryDigestTexts.Title(kind),
    };

    /// <summary>Under a digest that has one of its kind: what to do, then with whom.</summary>
    internal static string OneButton(Decision decision, IReadOnlyDictionary<long, string> names) => decision.Kind switch
    {
        DecisionKind.UnansweredRequest => ButtonRows.Titled($"{Assign}: ", Who(decision.Teacher, names)),
        DecisionKind.UnmarkedSeminar => ButtonRows.Titled($"{Mark}: ", decision.Name ?? ""),
        DecisionKind.EmptySeminar => ButtonRows.Titled($"{RemindSchools}: ", decision.Name ?? ""),
        DecisionKind.SilentSchool =>
            $"{WriteDirector}: {DigestTexts.School(decision.Name, ButtonRows.FullWidth - WriteDirector.Length - 2)}",
        DecisionKind.UnreachablePerson => ButtonRows.Titled($"{PassOn}: ", Who(decision.Id, names)),
        DecisionKind.PlanItemDue or DecisionKind.PlanItemOverdue => $"{OpenItem} {Russian.Number(decision.Number)}",
        DecisionKind.UnansweredPlan => RemindMethodologist,
        DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.OneButton(decision),
        DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered => LibraryDigestTexts.OneButton(decision),
    };

    /// <summary>In a list, where all are of one kind: with whom, or what, first.</summary>
    internal static string ListButton(
        Decision decision, IReadOnlyDictionary<long, string> names, DateTimeOffset now, SiteZone zone) => decision.Kind switch
        {
            DecisionKind.UnansweredRequest =>
                ButtonRows.Titled($"{Who(decision.Teacher, names)} · {Waits(decision, now)} · ", decision.Name ?? ""),
            DecisionKind.UnmarkedSeminar => ButtonRows.Titled($"{Russian.Short(decision.At!.Value, zone)} · ", decision.Name ?? ""),
            DecisionKind.EmptySeminar => ButtonRows.Titled(
                $"{Russian.Short(decision.At!.Value, zone)} · {decision.Seated} из {decision.Seats} · ", decision.Name ?? ""),
            DecisionKind.SilentSchool => DigestTexts.School(decision.Name, ButtonRows.FullWidth),
            DecisionKind.UnreachablePerson => Who(decision.Id, names),
            DecisionKind.PlanItemDue or DecisionKind.PlanItemOverdue =>
                ButtonRows.Titled($"{Russian.Number(decision.Number)} · ", decision.Name ?? ""),
            DecisionKind.UnansweredPlan => $"{RemindMethodologist}: {decision.Name}",
            DecisionKind.SurveyLate or DecisionKind.AnswersToCheck => SurveyDecisionTexts.ListButton(decision),
            DecisionKind.BroadcastUndelivered or DecisionKind.MaterialOffered => LibraryDigestTexts.ListButton(decision),
        };

    internal static Html List(DecisionKind kind, IReadOnlyList<string> lines) => Html.Paragraphs(
        Html.Bold(kind == DecisionKind.SilentSchool ? $"Школы, из которых {Silent}" : Title(kind)),
        lines.Count == 0 ? Html.Text("Сейчас таких нет.") : Html.Lines([.. lines.Select(line => Html.Text($"• {line}"))]));

    private static string Silent => $"{Decisions.SilentDays} дней никто не участвует";

    private static string About(Decision decision) =>
        $"{(decision.Subject is { } subject ? $"{subject}, " : "")}«{Ellipsis.Cut(decision.Name ?? "", LongestTopic)}»";

    private static string Whose(Decision decision, IReadOnlyDictionary<long, string> names) =>
        decision.Tutor is { } tutor ? $"тьютор {Who(tutor, names)}" : "тьютора нет";

    private static string Who(long? person, IReadOnlyDictionary<long, string> names) =>
        person is { } known ? names.GetValueOrDefault(known) ?? DialogTexts.Erased : DialogTexts.Erased;

    private static string Items(int count) => Russian.Count(count, "пункт", "пункта", "пунктов");

    private static string Meetings(int count) => Russian.Count(count, "мероприятие", "мероприятия", "мероприятий");

    private static string Waits(Decision decision, DateTimeOffset now) => ConsultationTexts.Age(now - decision.At!.Value);
}
