using MspBot.Data.Nominations.Papers;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Papers;

/// <summary>What papers of meetings say, and what is said when they are taken.</summary>
internal static class MeetingPaperTexts
{
    internal const string Sheet = "Лист регистрации";
    internal const string Minutes = "Протокол";
    internal const string Papers = "Бумаги мероприятия";

    /// <summary>Who has left.</summary>
    private const string Erased = "участник, удаливший данные";

    internal static string Name(string? name) => name ?? Erased;

    /// <summary>«17 ноября 2026 г.»</summary>
    internal static string Long(DateTimeOffset moment, SiteZone zone)
    {
        var day = zone.DayOf(moment);
        return $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)} г.";
    }

    /// <summary>«17 ноября 2026 г., 15:00–16:30»</summary>
    internal static string When(DateTimeOffset from, DateTimeOffset to, SiteZone zone) => zone.DayOf(from) == zone.DayOf(to)
        ? $"{Long(from, zone)}, {Russian.Clock(from, zone)}–{Russian.Clock(to, zone)}"
        : $"{Long(from, zone)}, {Russian.Clock(from, zone)} – {Long(to, zone)}, {Russian.Clock(to, zone)}";

    internal static string Meeting(SeminarKind kind, string title) => $"{SeminarTexts.Kind(kind)} «{title}»";

    /// <summary>«Согласие в системе 17.11.2026», and whether a seat is still to come; empty: for the hand.</summary>
    internal static string Agreed(SentTeacher teacher, SiteZone zone) => string.Join(", ", ((string[])
    [
        teacher.AgreedAt is { } at ? $"Согласие в системе {zone.Local(at):dd.MM.yyyy}" : "",
        teacher.Waits ? "в листе ожидания" : "",
    ]).Where(part => part.Length > 0));

    internal static string Mark(ListedParticipant person) => (person.Came, person.Because) switch
    {
        (null, _) => "",
        (false, _) => "нет",
        (_, Evidence.Joined) => "по кнопке",
        (_, Evidence.Code) => "по коду",
        (_, Evidence.ByHand) => "вручную",
        (_, Evidence.OwnWord) => "со слов участника",
        (true, null) => "да",
    };

    internal static string People(int count) => Russian.Count(count, "человек", "человека", "человек");

    internal static Html Card(SeminarDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Lines(Html.Bold(Papers), Html.Of($"{details.Title}, {Html.At(details.StartsAt, zone)}")),
        Html.Text("В бумагах полные имена: храните их там, где их не увидят посторонние. Кто взял файл, записывается в журнал."));

    internal static Html OfOrder(int people) => people == 0
        ? Html.Text("Направленных учителей нет: в список некого внести.")
        : Html.Text($"Список направленных педагогов: {People(people)}.");

    internal static Html Caption(MeetingPaper paper, string? title)
    {
        var of = title is null ? "" : $": «{Ellipsis.Cut(title, 150)}»";
        return Html.Text($"{Called(paper)}{of}. Перед печатью проверьте и дополните от руки.");
    }

    internal static string FileName(MeetingPaper paper, DateTimeOffset of, SiteZone zone) =>
        $"{Called(paper)} {zone.Local(of):dd.MM.yyyy}.docx";

    private static string Called(MeetingPaper paper) => paper switch
    {
        MeetingPaper.OrderList => "Список направленных педагогов",
        MeetingPaper.RegistrationSheet => "Лист регистрации участников",
        MeetingPaper.Minutes => Minutes,
    };
}
