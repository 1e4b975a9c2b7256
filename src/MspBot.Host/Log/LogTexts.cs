using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>
/// What the log says. The bot does not know who is a woman and who a man, so a deed is what became of the thing: «согласован пункт 7».
/// </summary>
internal static class LogTexts
{
    internal const string Title = "Журнал действий";
    internal const string History = "История";
    internal const string Who = "Кто";
    internal const string What = "Что";
    internal const string When = "За срок";
    internal const string Download = "Скачать";
    internal const string Whole = "Показать все";
    internal const string Everybody = "Кто угодно";
    internal const string Everything = "Всё";
    internal const string AnyTime = "За всё время";
    internal const string Today = "Сегодня";
    internal const string Week = "Последние 7 дней";
    internal const string Back = "Вернуться";
    private const string NoneInTime = "За этот срок действий нет. Выберите другой.";
    private const string NoneYet = "Действий пока нет.";
    internal const string Gone = "Этого больше нет; что было, видно в строке.";

    internal static readonly Prompt WhoAsk =
        new("Кто", "Чьи действия показать?", "Нажмите или напишите часть фамилии") { Skip = Everybody };

    internal const string WhatAsk = "Действия над чем показать?";
    internal const string WhenAsk = "За какой срок показать действия?";
    internal const string Clock = "бот";
    internal const string Erased = DialogTexts.Erased;
    internal const string ByOthers = "Что с вашими данными делали другие:";

    /// <param name="whose">To whose deeds, and to which things, it is narrowed; empty: to none.</param>
    /// <param name="time">To which time; empty: to none.</param>
    /// <param name="lines">A page.</param>
    internal static Html Log(string whose, string time, IReadOnlyList<Html> lines) => Html.Paragraphs([
        Html.Lines(Html.Bold(Title), Html.Text(Narrowed(whose, time))), .. lines.Count == 0 ? [Html.Text(Empty(whose, time))] : lines]);

    internal static string NothingToTake(bool inTime) =>
        $"Скачивать нечего: {(inTime ? "действий за этот срок нет" : "таких действий нет")}.";

    /// <summary>«Смирнова В. П. · Школы · Сегодня»</summary>
    internal static string Narrowed(params IReadOnlyList<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));

    /// <summary>Another time helps only where one was chosen.</summary>
    private static string Empty(string whose, string time) => (time.Length > 0, whose.Length > 0) switch
    {
        (true, true) => Russian.AtEnd($"{NoneInTime} Показано только: {whose}"),
        (true, false) => NoneInTime,
        (false, true) => $"{Russian.AtEnd($"Таких действий нет: {whose}")} Выберите другие или нажмите «{Whole}».",
        _ => NoneYet,
    };

    internal static Html HistoryOf(string? name, IReadOnlyList<Html> lines) => Html.Paragraphs([
        Html.Lines(Html.Bold(History), name is null ? Html.Empty : Html.Text(Russian.AtStart(name))),
        .. lines.Count == 0 ? [Html.Text(NoneYet)] : lines]);

    internal static Html Line(LineInWords line, SiteZone zone) => Html.Text(OneLine(line, zone));

    /// <summary>«17.11 15:04 · Петрова А. И. (методист) · согласован пункт 7»</summary>
    internal static string OneLine(LineInWords line, SiteZone zone)
    {
        var role = line.Role.Length == 0 ? "" : $" ({line.Role})";
        return $"{Russian.Short(line.Line.At, zone)} · {line.Who}{role} · {Deed(line)}";
    }

    /// <summary>«согласован пункт 7», «взят файл: журнал действий»</summary>
    private static string Deed(LineInWords line) => (line.Thing, line.Detail) switch
    {
        ("", var detail) when line.Action.EndsWith(':') => $"{line.Action} {detail}",
        ("", var detail) => Joined(line.Action, detail),
        var (thing, detail) => Joined($"{line.Action} {thing}", detail),
    };

    internal static string Joined(params IReadOnlyList<string> parts) => string.Join(", ", parts.Where(p => p.Length > 0));

    /// <summary>The kind as a button of «Что».</summary>
    internal static string Kind(LogSubject kind) => kind switch
    {
        LogSubject.Person => "Люди и роли",
        LogSubject.School => "Школы",
        LogSubject.Invitation => "Приглашения",
        LogSubject.Assignment => "Закрепления",
        LogSubject.Inquiry => "Вопросы",
        LogSubject.Seminar => "Мероприятия",
        LogSubject.Consultation => "Консультации",
        LogSubject.Certificate => "Сертификаты",
        LogSubject.Material => "Материалы",
        LogSubject.Digest => "Сводки",
        LogSubject.Plan => "План",
        LogSubject.PlanItem => "Пункты плана",
        LogSubject.Indicator => "Показатели",
        LogSubject.Survey => "Мониторинг",
        LogSubject.Recommendation => "Рекомендации",
        LogSubject.Conclusion => "Эффективность",
        LogSubject.Topic => "Темы",
        LogSubject.Broadcast => "Рассылки",
        LogSubject.Settings => "Настройки",
        LogSubject.Log => Title,
    };

    /// <summary>A thing without a name: it is gone, or its person has erased their data.</summary>
    internal static string Nameless(LogSubject kind, long id) => kind switch
    {
        LogSubject.Person => Erased,
        LogSubject.School => $"школа № {id}",
        LogSubject.Invitation => $"приглашение № {id}",
        LogSubject.Assignment => $"закрепление № {id}",
        LogSubject.Inquiry => $"вопрос № {id}",
        LogSubject.Seminar => $"мероприятие № {id}",
        LogSubject.Consultation => $"консультация № {id}",
        LogSubject.Certificate => $"сертификат № {id}",
        LogSubject.Material => $"материал № {id}",
        LogSubject.Digest => $"сводка № {id}",
        LogSubject.Plan => $"план № {id}",
        LogSubject.Indicator => $"показатель № {id}",
        LogSubject.Survey => $"опрос № {id}",
        LogSubject.Recommendation => $"рекомендация № {id}",
        LogSubject.Conclusion => $"заключение № {id}",
        LogSubject.Topic => $"тема № {id}",
        LogSubject.Broadcast => $"рассылка № {id}",
        LogSubject.PlanItem => $"пункт плана № {id}",
        LogSubject.Settings or LogSubject.Log => "",
    };

    /// <summary>The codes that mean the same whatever the feature.</summary>
    internal static string Detail(LogDetail detail) => Joined(
        detail.Value<LogFile>("file") is { } file ? File(file) : "",
        detail.Value<SettingsFile>("settings") is { } settings ? Settings(settings) : "",
        detail.Day("month") is { } month ? Russian.Month(month) : "",
        Counted(detail.Number("rows"), "строка", "строки", "строк"),
        Counted(detail.Number("people"), "человек", "человека", "человек"),
        Counted(detail.Number("links"), "ссылка", "ссылки", "ссылок"));

    private static string Counted(long? number, string one, string few, string many) =>
        number is { } count ? Russian.Count((int)count, one, few, many) : "";

    private static string Settings(SettingsFile file) => file switch
    {
        SettingsFile.Site => "сведения о площадке",
        SettingsFile.Days => "рабочие и нерабочие дни",
        SettingsFile.Indicators => "типовой набор показателей",
    };

    private static string File(LogFile file) => file switch
    {
        LogFile.Journal => "журнал тьютора",
        LogFile.Statement => "справка тьютора",
        LogFile.DigestTable => "таблица сводки",
        LogFile.Log => "журнал действий",
        LogFile.Plan => "план",
        LogFile.PlanChanges => "лист изменений плана",
        LogFile.PlanReport => "отчёт о выполнении плана",
        LogFile.RosterLinks => "личные ссылки учителей",
        LogFile.RosterFaults => "список учителей с ошибками",
        LogFile.OrderList => "список направленных педагогов",
        LogFile.RegistrationSheet => "лист регистрации",
        LogFile.Minutes => "протокол",
        LogFile.SurveySummary => "свод мониторинга",
        LogFile.SurveyReport => "справка по итогам мониторинга",
        LogFile.EffectivenessReport => "справка о мониторинге площадки",
        LogFile.MaterialRegister => "реестр методических разработок",
        LogFile.MaterialSpread => "справка о распространении",
        LogFile.BroadcastTable => "таблица рассылки",
        LogFile.AcknowledgementSheet => "лист ознакомления",
    };
}
