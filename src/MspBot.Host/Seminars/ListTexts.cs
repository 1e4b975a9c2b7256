using MspBot.Data.Seminars;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>The words of the lists.</summary>
internal static class ListTexts
{
    internal const string Events = "Мероприятия";
    internal const string Mine = "Мои записи";
    internal const string Led = "Веду";
    internal const string AllLed = "Все мероприятия";
    internal const string OnlyMine = "Только мои";
    internal const string OtherLeaders = AllLed;
    internal const string Past = "Прошедшие";
    internal const string Coming = "Предстоящие";
    internal const string Drafts = "Черновики";
    internal const string Cancelled = "Отменённые";
    internal const string ForMe = "Для меня";
    internal const string AllKinds = "Вид: все";
    internal const string AllSubjects = "Предмет: все";
    internal const string ShowAll = "Показать все";
    internal const string LookAtEvents = "Посмотреть мероприятия";
    internal const string Found = "Нашлось";

    internal static Html Choose =>
        Html.Text("Нажмите на мероприятие, чтобы узнать подробности и записаться. Можно написать слово из названия — найду.");

    internal static Html SearchPast => Html.Text("Чтобы найти мероприятие, напишите слово из названия.");

    internal static Html WhichKind => Html.Of($"<b>{Events}</b>\n\nКакой вид показать?");

    internal static Html WhichSubject =>
        Html.Of($"<b>{Events}</b>\n\nКакой предмет показать? Он должен быть в названии или в строке «Для кого».");

    internal static string ByKind(SeminarKind kind) => $"Вид: {SeminarTexts.ShortKind(kind)}";

    internal static string BySubject(string subject) => $"Предмет: {subject}";

    /// <summary>How «Для меня» is chosen.</summary>
    internal static Html ForWhom(IReadOnlyCollection<string> subjects) => Html.Text(subjects.Count == 0
        ? "Предметы в профиле не указаны, поэтому здесь то, что для всех. Указать: /profile"
        : $"По вашим предметам ({string.Join(", ", subjects)}) и то, где предмет не назван.");

    internal static Html NothingComing => Html.Text("Пока ничего не запланировано. Новые мероприятия появятся здесь — загляните на днях.");

    internal static Html NothingForMe => Html.Text("Для вас пока ничего не запланировано. Посмотрите остальные мероприятия.");

    internal static Html NothingOf(string what) => Html.Of($"{what}: пока ничего не запланировано. Посмотрите остальные мероприятия.");

    internal static Html NoDrafts => Html.Text("Черновиков нет. Можно начать новое мероприятие.");

    internal static Html NothingCancelled => Html.Text("Отменённых мероприятий нет.");

    internal static Html NotSignedUp => Html.Text("Вы пока никуда не записаны. Посмотрите, что будет в ближайшее время.");

    internal static Html NothingPast => Html.Text("Здесь появятся мероприятия, на которых вы были.");

    internal static Html NoneLed(bool past, bool others) => Html.Text((past, others) switch
    {
        (false, false) => "Впереди нет мероприятий, которые вы ведёте. Что уже прошло, — в «Прошедших».",
        (true, false) => "Здесь появятся прошедшие мероприятия, которые вы вели.",
        (false, true) => "Мероприятий впереди нет.",
        (true, true) => "Прошедших мероприятий ещё нет.",
    });

    /// <summary>At a label's beginning, where no client cuts it.</summary>
    internal static string Mark(SeminarLine line) => line switch
    {
        { State: SeminarState.Cancelled } => "❌ ",
        { AwaitsAnswer: true } => "❓ ",
        { Mine: SignUpState.Confirmed } => "✅ ",
        { Mine: SignUpState.Waitlisted } => "⏳ ",
        _ => "",
    };

    internal static Html SeatFree(SeminarLine line, string when) =>
        Html.Of($"Освободилось место: {Ellipsis.Cut(line.Title, 100)}, {when}. Откройте, если придёте.");

    internal static Html NextLed(SeminarLine line, string when) => Html.Of($"Вы ведёте: {Ellipsis.Cut(line.Title, 100)}, {when}");

    /// <summary>How the reader stands, or what is free.</summary>
    internal static string Standing(SeminarLine line, DateTimeOffset now) => line switch
    {
        { State: SeminarState.Cancelled } => "❌ отменено",
        { State: SeminarState.Draft } => "черновик",
        _ when line.StartsAt <= now => "",
        { AwaitsAnswer: true } => "❓ вас направила школа: ответьте",
        { Mine: SignUpState.Confirmed } => "✅ вы записаны",
        { Mine: SignUpState.Waitlisted, MyPlace: { } place } => $"⏳ лист ожидания, вы {Russian.Number(place)}-й в очереди",
        { Mine: SignUpState.Waitlisted } => "⏳ лист ожидания",
        { Leads: true } => $"вы ведёте, {Places(line)}",
        _ when !line.Attendance.HasSeat(line.Seats) => "мест нет",
        { Seats: null } => "места без ограничений",
        _ => SeminarTexts.SeatsLeft(SeatsForMe(line.Attendance, line.Seats)),
    };

    /// <summary>Those held for the reader's school, and those for all.</summary>
    private static int SeatsForMe(Seating attendance, int? seats) =>
        attendance.HeldForMine + (attendance.HasSeatForNewcomer(seats) ? attendance.FreeSeats(seats)!.Value : 0);

    /// <summary>What those who lead look for.</summary>
    internal static string Places(SeminarLine line)
    {
        var who = line is { Leads: false, Leader: { } leader } ? $" · ведёт {FullName.Short(leader)}" : "";
        var of = line.Seats is { } seats ? $" из {Russian.Number(seats)}" : "";
        var held = line.Held > 0 ? $", за школами {Russian.Number(line.Held)}" : "";
        return $"записано {Russian.Number(line.Seated)}{of}{held}{(line.Waiting > 0 ? $", ждут {Russian.Number(line.Waiting)}" : "")}{who}";
    }

    internal static Html Next(SeminarLine line, string when) => Html.Of($"Ближайшее: {Ellipsis.Cut(line.Title, 100)}, {when}");

    internal static Html NothingFound(string words) =>
        Html.Of($"По «{Ellipsis.Cut(words, 40)}» больше ничего не находится. Посмотрите все мероприятия.");

    internal static Html FoundBy(string words) => Html.Of($"<b>{Found}</b> по «{Ellipsis.Cut(words, 40)}»");
}
