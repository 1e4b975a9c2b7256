using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>What a tutor reads in the journal.</summary>
internal static class JournalTexts
{
    internal const string Journal = "Журнал";
    internal const string Add = "Добавить запись";
    internal const string Excel = "Месяц в Excel";
    internal const string AllMonths = "← Все месяцы";
    internal const string Remove = "Удалить запись";
    internal const string RemoveYes = "Да, удалить запись";
    internal const string Keep = "Не удалять";
    internal const string Removed = "Запись удалена";
    internal const string Changing = "Изменение записи";
    internal const string AfterAllNotHeld = "Всё-таки не состоялась";
    internal const string AfterAllHeld = "Всё-таки состоялась";
    internal const string ForTutors = "Журнал ведут тьюторы.";
    internal const string TakeAway = "Убрать";
    internal const string ToJournal = "Открыть журнал";

    internal const string OpenEntry = "Открыть запись";
    internal const string NewEntry = "Запись в журнал";
    internal const string Unfinished = "запись в журнал";
    internal const string SaveRecommendation = "Сохранить? Новую рекомендацию получит педагог, если он указан.";

    internal static string Save(bool toTeacher) => toTeacher ? "Записать в журнал? Рекомендацию получит педагог." : "Записать в журнал?";

    internal static Html Months(bool any, int unanswered) => Html.Paragraphs(
        Html.Bold(Journal),
        any ? Html.Text("Нажмите на месяц, чтобы увидеть записи и получить его в Excel.")
            : Html.Text(
            "Записей пока нет. Итог консультации попадает сюда сам. Посещение урока или занятие с учениками добавьте кнопкой ниже."),
        unanswered == 0 ? default
        : Html.Of($"Без итога: {Consultations(unanswered)}. Скажите, как {(unanswered == 1 ? "она прошла" : "они прошли")}."));

    internal static string Month(JournalMonth month) =>
        $"{Russian.MonthAtStart(month.Month)} · {Russian.Count(month.Held, "запись", "записи", "записей")}";

    internal static string Unanswered(int count) => $"Без итога: {Russian.Number(count)}";

    internal static Html Header(JournalMonth month) => Html.Paragraphs(
        Html.Bold($"{Journal}: {Russian.Month(month.Month)}"),
        month is { Held: 0, NotHeld: 0 }
            ? Html.Text("В этом месяце записей нет. Добавьте то, что прошло без бота.")
            : Html.Text($"Всего: {Totals(month)}{(month.NotHeld == 0 ? "" : $"; не состоялось: {Russian.Number(month.NotHeld)}")}."));

    internal static string Totals(JournalMonth month) =>
        $"{Russian.Count(month.Held, "запись", "записи", "записей")}, {Minutes(month.Minutes)}";

    internal static Html Line(JournalEntry entry) =>
        Html.Of($"{Russian.Day(entry.Day)} — {Whom(entry)}: {About(entry)}{(entry.Held ? "" : " (не состоялась)")}");

    private static string About(JournalEntry entry) => Ellipsis.Cut(entry.Topic ?? Form(entry.Form), 60);

    /// <summary>«25.11 · Иванова М. П. · 45 мин», «25.11 · не было · группа (5)»</summary>
    internal static string Button(JournalEntry entry)
    {
        var isGroup = entry is { Teacher: null, TeacherId: null, Teachers: not null };
        var whom = isGroup ? $"группа ({Russian.Number(entry.Teachers!.Value)})" : Whom(entry);
        var minutes = entry.Minutes is { } length ? $" · {Russian.Number(length)} мин" : "";
        return $"{Russian.ShortDay(entry.Day)} · {(entry.Held ? "" : "не было · ")}{Ellipsis.Cut(whom, 14)}{minutes}";
    }

    /// <summary>With whom, as short as it can be said.</summary>
    internal static string Whom(JournalEntry entry) => entry switch
    {
        { Teacher: { } name } => FullName.Short(name),
        { TeacherId: not null } => DialogTexts.Erased,
        { Teachers: { } count } => Group(count),
        { School: { } school } => school,
        { Pupils: { } pupils } => Pupils(pupils),
        _ => Form(entry.Form).ToLowerInvariant(),
    };

    internal static Html Entry(JournalEntry entry) => Html.Paragraphs(
        Html.Bold($"{Russian.DayLong(entry.Day)}, {Form(entry.Form).ToLowerInvariant()}"),
        Html.Lines(
            entry.TeacherId is null ? default : Html.Of($"Педагог: {entry.Teacher ?? DialogTexts.Erased}"),
            entry.Teachers is { } teachers ? Html.Of($"Педагогов в группе: {teachers}") : default,
            entry.School is null ? default : Html.Of($"Школа: {entry.School}"),
            entry.Topic is null ? default : Html.Of($"Тема: {entry.Topic}"),
            entry.Minutes is { } minutes ? Html.Of($"Длилась: {Minutes(minutes)}") : default,
            entry.Pupils is { } pupils ? Html.Of($"Учеников: {pupils}") : default,
            Html.Of($"Результат: {Result(entry)}")),
        entry.Recommendation is null ? default
        : Html.Of(
        $"Рекомендация{(entry.TeacherId is null && entry.Teachers is null ? "" : " (педагог её видит)")}: {entry.Recommendation}"),
        entry.PrivateNote is null ? default : Html.Of($"Личная заметка (видите только вы): {entry.PrivateNote}"));

    /// <summary>As it stands in the table for the report.</summary>
    internal static string Result(JournalEntry entry) =>
        entry.Reason is { } reason ? $"Не состоялась. {OutcomeTexts.Reason(reason)}"
        : entry.Result ?? (entry.ConsultationId is null ? "состоялось" : "состоялась");

    internal static string Form(JournalForm form) => form switch
    {
        JournalForm.Individual => "Индивидуальная консультация",
        JournalForm.Group => "Групповая консультация",
        JournalForm.Visit => "Посещение урока",
        JournalForm.Pupils => "Занятие с учениками",
        JournalForm.Other => "Другое",
    };

    internal static string Minutes(int minutes) => Russian.Count(minutes, "минута", "минуты", "минут");

    internal static string Pupils(int count) => Russian.Count(count, "ученик", "ученика", "учеников");

    internal static string Group(int count) => $"группа, {Russian.Count(count, "педагог", "педагога", "педагогов")}";

    internal static string Consultations(int count) => Russian.Count(count, "консультация", "консультации", "консультаций");

    internal static Html RemoveAsk(JournalEntry entry) =>
        Html.Paragraphs(Html.Bold("Удалить эту запись из журнала?"), Line(entry), Html.Text("Вернуть её будет нельзя."));

    internal static string Change(JournalField field) => field switch
    {
        JournalField.Day => "Изменить день",
        JournalField.Form => "Изменить форму",
        JournalField.Topic => "Изменить тему",
        JournalField.Minutes => "Изменить минуты",
        JournalField.Pupils => "Изменить число учеников",
        JournalField.Recommendation => "Изменить рекомендацию",
        JournalField.Result => "Изменить результат",
        JournalField.Note => "Изменить заметку",
    };

    internal static string Refused(JournalRefusal because) => because switch
    {
        JournalRefusal.NoSuchEntry => "Такой записи в вашем журнале нет: возможно, она удалена.",
        JournalRefusal.TooLate => "Запись можно исправить в течение 30 дней. Теперь она остаётся как есть.",
        JournalRefusal.FromConsultation =>
            "Эта запись сделана по консультации: её день, форма и тема не меняются, удалить её нельзя. Можно исправить итог.",
        JournalRefusal.NotHeld => "Консультация не состоялась. Если это ошибка, сначала нажмите «Всё-таки состоялась».",
        JournalRefusal.DayOutOfBounds => JournalQuestions.DayUnclear,
        JournalRefusal.MinutesOutOfBounds => JournalQuestions.MinutesUnclear,
        JournalRefusal.PupilsOutOfBounds => JournalQuestions.PupilsUnclear,
    };

    internal static Html Recommendation(JournalEntry entry, string? tutor) => Html.Paragraphs(
        Html.Bold(entry.Version == 1 ? "Рекомендация тьютора" : "Тьютор уточнил рекомендацию"),
        Html.Of($"{Russian.Day(entry.Day)}{(entry.Topic is null ? "" : $", «{entry.Topic}»")}"),
        Html.Text(entry.Recommendation),
        tutor is null ? default : Html.Of($"Тьютор: {tutor}"));

    internal static Html Saved(int told) => told switch
    {
        0 => Html.Text("✅ Записано в журнал."),
        1 => Html.Text("✅ Записано в журнал. Рекомендация отправлена педагогу."),
        _ => Html.Text($"✅ Записано в журнал. Рекомендация отправлена: {Russian.Count(told, "педагогу", "педагогам", "педагогам")}."),
    };
}
