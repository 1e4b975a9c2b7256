using MspBot.Data.Meetings;
using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Assignments;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>What the head of a school reads about it.</summary>
internal static class MySchoolTexts
{
    internal const string MySchool = "Моя школа";
    internal const string Command = "Моя школа: учителя, кто был, тьюторы";
    internal const string Teachers = "Мои учителя";
    internal const string WhoCame = "Кто был";
    internal const string Tutors = "Тьюторы школы";
    internal const string Bring = "Пригласить учителей";
    internal const string Hours = "Когда удобно";
    internal const string AddHours = "Добавить часы";
    internal const string RemoveHours = "Убрать часы";
    internal const string Find = "Найти учителя";
    internal const string ToTeachers = "← К учителям";
    internal const string ToMeetings = "← К мероприятиям";
    internal const string ToTutors = "← К тьюторам";
    internal const string ToHours = "← К часам";
    internal const string NoSchool = "За вами в боте пока не закреплена школа. Спросите руководителя площадки: /help";

    internal static readonly Prompt Who = new("Учитель", "Кого найти? Напишите часть фамилии или имени.");
    internal static readonly Prompt Days =
        new("Дни", "По каким дням школа отпускает учителей?", "Отметьте один или несколько: часы будут одинаковыми.");

    /// <summary>«Учителей в боте 14, за месяц участвовали 6; впереди 3 записи; ждут ответа 2.»</summary>
    internal static Html Card(string school, SchoolSummary summary)
    {
        List<string> now =
        [
            $"Учителей в боте {Russian.Number(summary.Teachers)}, за месяц участвовали {Russian.Number(summary.TookPart)}",
            $"впереди {Russian.Count(summary.Coming, "запись", "записи", "записей")}",
        ];
        if (summary.Waiting > 0) now.Add($"в листе ожидания {Russian.Number(summary.Waiting)}");
        if (summary.Asked > 0) now.Add($"ждут ответа {Russian.Number(summary.Asked)}");
        return Html.Paragraphs(
            Html.Lines(Html.Bold(MySchool), Html.Text(school)),
            summary.Others > 0 ? Html.Text($"{string.Join("; ", now)}.") : Nobody);
    }

    private static Html Nobody => Html.Text(
        $"Кроме вас, в боте пока нет учителей вашей школы. Нажмите «{Bring}»: одной ссылкой для всех или списком с личными ссылками.");

    /// <param name="all">How many they are.</param>
    /// <param name="page">Those of the page.</param>
    /// <param name="certificates">How many each has.</param>
    internal static Html List(int all, IReadOnlyList<TeacherLine> page, IReadOnlyDictionary<PersonId, int> certificates) =>
        Html.Paragraphs([
            Html.Bold($"{Teachers}: {Russian.Number(all)}"),
            .. page.Count == 0 ? [Nobody] : page.Select(one => Html.Lines(
                Html.Text(Ellipsis.Cut(one.Name, 80)), Html.Text(Numbers(one, certificates.GetValueOrDefault(one.Id)))))]);

    internal static string Name(string name) => name.Length <= ButtonRows.FullWidth ? name : FullName.Short(name);

    /// <summary>«впереди 2 · посещений 5 · пропусков 1 · сертификатов 4»</summary>
    private static string Numbers(TeacherLine one, int certificates) =>
        $"впереди {Russian.Number(one.Coming)} · посещений {Russian.Number(one.Came)} · пропусков {Russian.Number(one.Missed)} · " +
        $"сертификатов {Russian.Number(certificates)}";

    internal static Html Teacher(
        TeacherLine one, int certificates, IReadOnlyList<TeachersMeeting> coming, IReadOnlyList<TeachersMeeting> past, SiteZone zone) =>
        Html.Paragraphs(
            Html.Lines(Html.Bold(Ellipsis.Cut(one.Name, 100)), Html.Text(Numbers(one, certificates))),
            coming.Count == 0 ? Html.Text("Впереди записей нет.")
                : Html.Lines([Html.Text("Впереди:"), .. coming.Select(meeting => Html.Of(
                    $"• {Html.At(meeting.StartsAt, zone)} — {Ellipsis.Cut(meeting.Title, 80)}{(meeting.State == SignUpState.Waitlisted
                        ? ", в листе ожидания" : "")}"))]),
            past.Count == 0 ? Html.Empty
                : Html.Lines([Html.Text("Прошло:"), .. past.Select(meeting => Html.Of(
                    $"{Mark(meeting.Came, meeting.Marked)} {Russian.DayAndMonth(zone.DayOf(meeting.StartsAt))} — " +
                    $"{Ellipsis.Cut(meeting.Title, 80)}: {Was(meeting.Came, meeting.Marked)}"))]));

    internal static Html Meetings(IReadOnlyList<AttendedMeeting> page, SiteZone zone) => Html.Paragraphs([
        Html.Bold(WhoCame),
        .. page.Count == 0
            ? [Html.Text("Здесь появятся прошедшие мероприятия, на которые были записаны ваши учителя.")]
            : page.Select(one => Html.Lines(
                Html.Text(Ellipsis.Cut(one.Title, 100)),
                Html.Text($"{Russian.DayAndMonth(zone.DayOf(one.StartsAt))}: {Came(one)}")))]);

    internal static string MeetingLabel(AttendedMeeting one, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(one.StartsAt))} · ", one.Title);

    internal static Html Meeting(AttendedMeeting one, IReadOnlyList<Attendee> page, int before, SiteZone zone) => Html.Paragraphs(
        Html.Lines(Html.Bold(one.Title), Html.At(one.StartsAt, zone), Html.Text(one.Marked ? $"Из вашей школы {Came(one)}."
            : $"Кто был, пока не отмечено. Из вашей школы записано: {Russian.Number(one.Seated)}.")),
        Html.Lines([.. page.Select((who, n) => Html.Of(
            $"{before + n + 1}. {(who.Name is { } name ? Ellipsis.Cut(name, 80) : DialogTexts.Erased)}{(one.Marked
                ? $": {(who.Came ? "✅ " : "")}{Was(who.Came, one.Marked)}" : "")}"))]));

    /// <summary>«пришли — 3 из 5», «записано 5; кто был, пока не отмечено»</summary>
    private static string Came(AttendedMeeting one) => one.Marked
        ? $"пришли — {Russian.Number(one.Came)} из {Russian.Number(one.Seated)}"
        : $"записано {Russian.Number(one.Seated)}; кто был, пока не отмечено";

    private static string Mark(bool came, bool marked) => (came, marked) switch
    {
        (true, _) => "✅",
        (_, true) => "—",
        _ => "·",
    };

    private static string Was(bool came, bool marked) => (came, marked) switch
    {
        (true, _) => "был(а)",
        (_, true) => "не был(а)",
        _ => "пока не отмечено",
    };

    internal static Html TutorList(IReadOnlyList<AssignmentDetails> page, int all, IReadOnlyList<SchoolHoursRow> week) => Html.Paragraphs(
        Html.Bold(Tutors),
        all == 0 ? Html.Text("За школой и её учителями тьютор пока не закреплён. Попросите руководителя площадки: /help")
            : Html.Lines([.. page.Select(Accompanies)]),
        week.Count == 0
            ? Html.Text($"Отметьте в «{Hours}» часы, когда школа отпускает учителей: на консультации их предложим первыми.")
            : Html.Lines(Html.Text($"{Hours}:"), WeeklyHoursTexts.Week(week.Select(row => row.Span))));

    /// <summary>«Тьютор Волкова И. П.: вся школа, математика»</summary>
    private static Html Accompanies(AssignmentDetails one) => Html.Of(
        $"Тьютор {SendingTexts.ShortName(one.Tutor)}: {(one.TeacherId is null ? "вся школа" : SendingTexts.ShortName(one.Teacher))}" +
        $"{(one.Subject is { } subject ? $", {subject.ToLowerInvariant()}" : "")}");

    internal static Html HoursCard(IReadOnlyList<WeeklySpan> week) => Html.Paragraphs(
        Html.Bold(Hours),
        week.Count == 0 ? Html.Text("Часов пока нет.") : WeeklyHoursTexts.Week(week),
        Html.Text("В эти часы школа отпускает учителей на консультации. Когда учитель просит о консультации, свободное время тьютора в " +
            "эти часы стоит первым; остальное время тоже видно."));

    internal static readonly Html WhichToRemove = Html.Bold("Какие часы убрать?");

    internal static string TooShort(int from, int to) =>
        $"{WeeklyHoursTexts.Between(from, to)} — слишком мало: консультация длится не меньше {Russian.Number(SchoolHours.Least)} минут. " +
        "Дни я запомнил, напишите другое время.";
}
