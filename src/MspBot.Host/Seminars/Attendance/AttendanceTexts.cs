using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>The words of who came: the list, and what its leader is told.</summary>
internal static class AttendanceTexts
{
    internal const string All = "Отметить всех";
    internal const string Rest = "Отметить остальных";
    internal const string Nobody = "Никто не пришёл";
    internal const string Undo = "Вернуть как было";
    internal const string AllMarked = "Отметили всех";
    internal const string NobodyMarked = "Отметили: никто не пришёл";
    internal const string Undone = "Вернули как было";
    internal const string ToMark = "Отметьте, кто был";

    /// <summary>«Кто был: 3 из 25», «Кто был: пока не отмечено, записано 25 человек».</summary>
    internal static string Count(AttendanceMarks marks) => marks.AreMissing
        ? $"{HeadTexts.WhoCame}: пока не отмечено, {Signed(marks.Seated)}"
        : $"{HeadTexts.WhoCame}: {Russian.Number(marks.Came)} из {Russian.Number(marks.Seated)}";

    internal static Html Line(Present person, int number) =>
        Html.Of($"{(person.Came switch { true => "✅", false => "—", null => "·" })} {number}. {Name(person)}{Because(person)}");

    internal static string Toggle(Present person, int number) =>
        person.Came == true ? $"{number}. Не было: {Short(person)}" : $"{number}. Был(а): {Short(person)}";

    internal static Html How(AttendanceMarks marks) => Html.Text(marks.AreMissing
        ? "Пришли все? Нажмите «Отметить всех», затем снимите отметку с тех, кого не было. Без отметки мероприятие не войдёт в цифры " +
        "сводки."
        : "Отметка стоит у тех, кто нажал «Подключиться», ввёл код или ответил, что был(а). Нажмите на имя, чтобы исправить.");

    internal static Html Ended(EndedSeminar seminar, bool again, SiteZone zone) => Html.Paragraphs(
        Html.Text(seminar.Marks.AreMissing
            ? again
                ? $"Всё ещё не отмечено, кто был: {Signed(seminar.Seated)}."
                : $"Мероприятие закончилось. {ToMark}: {Signed(seminar.Seated)}."
            : $"Мероприятие закончилось. {Count(seminar.Marks)}."),
        Html.Lines(Html.Bold(seminar.Title), Html.At(seminar.StartsAt, zone)),
        Html.Text(seminar.Marks.AreMissing
            ? "Без отметки мероприятие не войдёт в цифры, а участники не получат сертификат."
            : "Проверьте список, пока помните: утром тех, кого не было, спросим почему."));

    /// <summary>Several at once, each with its button.</summary>
    internal static Html SeveralEnded(IReadOnlyList<EndedSeminar> seminars, bool again, SiteZone zone) => Html.Paragraphs(
        Html.Bold(again ? "Всё ещё не отмечено, кто был"
            : $"Мероприятия закончились. {(seminars.Any(s => s.Marks.AreMissing) ? ToMark : "Проверьте, кто был")}"),
        Html.Lines([.. seminars.Select(s => Html.Of($"{Html.At(s.StartsAt, zone)} — {Ellipsis.Cut(s.Title, 60)}: {Standing(s.Marks)}"))]),
        Html.Text("Нажмите на мероприятие, чтобы открыть список."));

    internal static string Button(EndedSeminar seminar, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.Short(seminar.StartsAt, zone)} · ", seminar.Title);

    internal static Html Waiting(UnmarkedSeminar seminar, SiteZone zone) =>
        Html.Of($"{ToMark}: {Ellipsis.Cut(seminar.Title, 100)}, {Html.At(seminar.StartsAt, zone)}");

    private static string Standing(AttendanceMarks marks) =>
        marks.AreMissing ? "не отмечено" : $"{Russian.Number(marks.Came)} из {Russian.Number(marks.Seated)}";

    private static string Signed(int count) =>
        $"{Russian.Plural(count, "записан", "записаны", "записано")} {Russian.Count(count, "человек", "человека", "человек")}";

    private static string Name(Present person) => person.Name is null ? DialogTexts.Erased : Ellipsis.Cut(person.Name, 60);

    private static string Short(Present person) => person.Name is null ? DialogTexts.Erased : FullName.Short(person.Name);

    private static string Because(Present person)
    {
        var says = person is { SaysSo: true, Came: not true } ? " · говорит, что был(а)" : "";
        return person.Because is not { } because ? says : because switch
        {
            Evidence.Joined => $" · по кнопке{says}",
            Evidence.Code => $" · по коду{says}",
            Evidence.ByHand => $" · вручную{says}",
            Evidence.OwnWord => $" · со своих слов{says}",
        };
    }
}
