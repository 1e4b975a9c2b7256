using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Hours;

/// <summary>What tutors read about their hours.</summary>
internal static class HoursTexts
{
    internal const string Hours = "Мои часы";
    internal const string Add = "Добавить часы";
    internal const string ToRemove = "Убрать часы";
    internal const string Length = "Длительность";
    internal const string Break = "Перерыв";
    internal const string Notice = "За сколько записываться";
    internal const string Link = "Ссылка для встреч";
    internal const string DayOff = "Выходной";
    internal const string Holiday = "Отпуск";
    internal const string Away = "Выходной или отпуск";
    internal const string ToReturn = "Отменить выходной или отпуск";
    internal const string AsSeen = "Так вас видят педагоги";
    internal const string ToHours = "← К моим часам";
    internal const string NoLinkAnyMore = "Убрать ссылку";
    internal const string Nobody = "Никто";

    internal const string TutorsOnly = "Часы есть только у тьюторов.";
    internal const string AbsenceGone = "Этого выходного уже нет.";
    internal const string Saved = "Сохранено";

    internal static readonly Prompt Days =
        new("Дни", "По каким дням вы консультируете?", "Отметьте один или несколько: часы будут одинаковыми, потом можно добавить другие.");
    internal static readonly Prompt WhichLink =
        new("Ссылка", "По какой ссылке вы встречаетесь?",
            "Её получит педагог, когда вы подтвердите заявку. Например: https://telemost.yandex.ru/j/123");
    internal static Prompt WhichDay(Dialog ask) => new("День", "В какой день вас не будет?",
        $"Можно написать: {Examples.Day(ask.Now, ask.Zone)} или «завтра». Для нескольких дней есть «{Holiday}».");

    internal static Prompt FirstDay(Dialog ask) => new("Первый день", "С какого дня вас не будет?",
        $"Можно написать: {Examples.Day(ask.Now, ask.Zone)} или сразу весь отпуск: " +
        $"{Examples.Day(ask.Now, ask.Zone)}–{Examples.Day(ask.Now, ask.Zone, 4)}.");

    internal static Prompt LastDay(Dialog ask) =>
        new("Последний день", "Какой день отпуска последний?", $"Можно написать: {Examples.Day(ask.Now, ask.Zone, 4)}.");
    internal static readonly Prompt StandIn =
        new("Заменит", "Кто вас заменит?", "Коллега узнает об этом. Заявки на эти дни и заявки без времени придут ему.");

    internal static Html Card(HoursDetails details) => Html.Paragraphs(
        Html.Bold(Hours),
        details.Week.Count == 0
            ? Html.Text("Часов пока нет, поэтому педагоги не видят у вас свободного времени. Нажмите «Добавить часы».")
            : WeeklyHoursTexts.Week(details.Week.Select(w => w.Span)),
        Html.Lines(
            Html.Text(
            $"Консультация — {Minutes(details.Times.Minutes)}, " +
            $"{(details.Times.BreakMinutes == 0 ? "без перерыва" : $"перерыв — {Minutes(details.Times.BreakMinutes)}")}."),
            Html.Text(details.Times.Notice == TimeSpan.Zero ? "Записаться к вам можно в любой момент до начала."
                : $"Записаться к вам можно не позже чем за {HoursBefore(details.Times.Notice)} до начала."),
            Html.Text(details.Times.JoinLink is { } link ? $"Ссылка для встреч: {link}" : "Ссылка для встреч не указана.")),
        Html.Lines([.. details.Absences.Select(a =>
            Html.Text(
            $"Вас нет: {Period(a.FirstDay, a.LastDay)}{(a.StandIn is { } name ? $", заменяет {FullName.Short(name)}" : ".")}"))]));

    internal static string Minutes(int minutes) => Russian.Count(minutes, "минута", "минуты", "минут");

    internal static string BreakOption(int minutes) => minutes == 0 ? "Без перерыва" : Minutes(minutes);

    internal static string NoticeOption(TimeSpan notice) => notice == TimeSpan.Zero ? "В любой момент" : $"За {HoursBefore(notice)}";

    /// <summary>After «за».</summary>
    private static string HoursBefore(TimeSpan notice) => Russian.Count((int)notice.TotalHours, "час", "часа", "часов");

    private static string Period(DateOnly first, DateOnly last) =>
        first == last ? Russian.Day(first) : $"{Russian.Day(first)} – {Russian.Day(last)}";

    internal static readonly Html WhichToRemove = Html.Paragraphs(
        Html.Bold("Какие часы убрать?"), Html.Text("Уже подтверждённые консультации останутся."));

    internal static readonly Html WhichToReturn = Html.Paragraphs(
        Html.Bold("Что отменить?"), Html.Text("В эти дни педагоги снова увидят ваши часы."));

    internal static string ReturnDays(AbsenceRow absence) => absence.FirstDay == absence.LastDay
        ? $"Отменить {Russian.Day(absence.FirstDay)}" : $"Отменить {absence.FirstDay:dd.MM}–{absence.LastDay:dd.MM}";

    internal static readonly Html WhichLength = Html.Paragraphs(
        Html.Bold("Сколько длится консультация?"), Html.Text("Подтверждённые консультации не изменятся."));

    internal static readonly Html WhichBreak = Html.Bold("Какой перерыв нужен между консультациями?");

    internal static readonly Html WhichNotice = Html.Paragraphs(
        Html.Bold("За сколько до начала к вам можно записаться?"),
        Html.Text("Перенести или отменить консультацию педагог сможет в тот же срок, потом — только написать вам."));

    internal static Html Free(IReadOnlyList<FreeTime> free, bool hasHours, SiteZone zone)
    {
        if (free.Count == 0)
            return Html.Paragraphs(Html.Bold(AsSeen), Html.Text(hasHours
                ? "В ближайшие 14 дней свободного времени нет. Педагог может предложить своё или подождать."
                : "Часов пока нет. Добавьте их, и здесь появится свободное время."));
        return Html.Paragraphs(Html.Bold(AsSeen), Html.Text("Свободное время на 14 дней:"),
            Html.Lines([.. free.GroupBy(f => zone.DayOf(f.StartsAt)).Select(day => Html.Text(FreeDay(day, zone)))]));
    }

    private const int TimesOnALine = 12;

    private static string FreeDay(IGrouping<DateOnly, FreeTime> day, SiteZone zone)
    {
        var times = day.Select(f => Russian.Clock(f.StartsAt, zone)).ToList();
        var more = times.Count > TimesOnALine ? $" и ещё {Russian.Number(times.Count - TimesOnALine)}" : "";
        return $"{Russian.Day(day.Key)}: {string.Join(", ", times.Take(TimesOnALine))}{more}";
    }

    internal static string TooShort(int from, int to, int minutes) =>
        $"В {WeeklyHoursTexts.Between(from, to)} не поместится ни одна консультация: она длится {Minutes(minutes)}. " +
        "Дни я запомнил, напишите другое время.";

    internal static string Refused(AbsenceRefusal because) => because switch
    {
        AbsenceRefusal.Reversed => LastBeforeFirst,
        AbsenceRefusal.Overlap => AbsenceOverlap,
        AbsenceRefusal.TooMany => TooManyAbsences,
        AbsenceRefusal.NoSuchColleague => ColleagueGone,
    };

    internal const string LinkSaved = "Ссылка сохранена.";
    internal const string LinkRemoved = "Ссылка убрана.";

    internal static string ConfirmAbsence(IReadOnlyList<DateTimeOffset> confirmed, SiteZone zone) => confirmed.Count == 0
        ? "Всё верно?"
        : $"В эти дни у вас уже есть подтверждённые консультации: {When(confirmed, zone)}. Они останутся. Всё верно?";

    private static string When(IReadOnlyList<DateTimeOffset> confirmed, SiteZone zone)
    {
        const int Named = 5;
        var more = confirmed.Count > Named ? $" и ещё {Russian.Number(confirmed.Count - Named)}" : "";
        return $"{string.Join("; ", confirmed.Take(Named).Select(c => Russian.Moment(c, zone)))}{more}";
    }

    internal static Html Absent(DateOnly first, DateOnly last, IReadOnlyList<DateTimeOffset> confirmed, SiteZone zone) => Html.Paragraphs(
        Html.Text($"Записал: вас нет {Period(first, last)}."),
        confirmed.Count == 0 ? Html.Empty
        : Html.Text($"Подтверждённые консультации остались: {When(confirmed, zone)}. Перенесите или отмените их сами."));

    internal const string AbsenceOverlap = "В эти дни у вас уже записан выходной или отпуск, он остался как был. Выберите другие дни.";
    internal const string TooManyAbsences = "Впереди уже 20 выходных и отпусков. Отмените лишние, и этот поместится.";
    internal const string ColleagueGone = "Этот коллега больше не тьютор. Выберите другого; дни я запомнил.";
    internal const string LastBeforeFirst = "Последний день не может быть раньше первого. Выберите его снова.";

    internal static Html AskedToStandIn(string tutor, DateOnly first, DateOnly last) => Html.Paragraphs(
        Html.Bold("Вы заменяете коллегу"),
        Html.Text($"{tutor} отсутствует: {Period(first, last)}. Заявки на эти дни и заявки без времени придут вам."));

    internal static Html StandInNoMore(string tutor, DateOnly first, DateOnly last) => Html.Paragraphs(
        Html.Bold("Замена не нужна"),
        Html.Text($"{tutor} всё-таки на месте: {Period(first, last)}. Новые заявки придут не вам."));
}
