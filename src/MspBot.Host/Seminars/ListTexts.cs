using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>The words of the lists.</summary>
internal static class ListTexts
{
    internal const string Events = "Мероприятия";
    internal const string Mine = "Мои записи";
    internal const string Led = "Веду";
    internal const string Past = "Прошедшие";
    internal const string Coming = "Предстоящие";
    internal const string Drafts = "Черновики";
    internal const string Cancelled = "Отменённые";
    internal const string AllKinds = "Вид: все";
    internal const string ShowAll = "Показать все";
    internal const string LookAtEvents = "Посмотреть мероприятия";

    internal static Html Choose => Html.Text("Нажмите на мероприятие, чтобы узнать подробности и записаться.");

    internal static Html WhichKind => Html.Of($"<b>{Events}</b>\n\nКакой вид показать?");

    internal static string ByKind(SeminarKind kind) => $"Вид: {SeminarTexts.ShortKind(kind)}";

    internal static Html NothingComing => Html.Text("Пока ничего не запланировано. Новые мероприятия появятся здесь — загляните на днях.");

    internal static Html NothingOfKind(SeminarKind kind) => Html.Of($"{SeminarTexts.Kind(kind)}: пока ничего не запланировано. Посмотрите остальные мероприятия.");

    internal static Html NoDrafts => Html.Text("Черновиков нет. Можно начать новое мероприятие.");

    internal static Html NothingCancelled => Html.Text("Отменённых мероприятий нет.");

    internal static Html NotSignedUp => Html.Text("Вы пока никуда не записаны. Посмотрите, что будет в ближайшее время.");

    internal static Html NothingPast => Html.Text("Здесь появятся мероприятия, на которых вы были.");

    internal static string Room(SeminarLine line) => line switch
    {
        { State: SeminarState.Cancelled } => "отменено",
        { State: SeminarState.Draft } => "черновик",
        { Mine: SignUpState.Waitlisted } => "лист ожидания",
        _ when !line.Attendance.HasSeatForNewcomer(line.Seats) => "мест нет",
        { Seats: null } => "без ограничений",
        _ => SeminarTexts.Seats(line.Attendance.FreeSeats(line.Seats)!.Value),
    };

    /// <summary>What is said after the title of one's own; nothing for a seat.</summary>
    internal static string Standing(SeminarLine line) => line switch
    {
        { State: SeminarState.Cancelled } => " · отменено",
        { Mine: SignUpState.Waitlisted } => " · лист ожидания",
        _ => "",
    };

    internal static Html SeatFree(SeminarLine line, string when) => Html.Of($"Освободилось место: {DialogTexts.Cut(line.Title, 100)}, {when}. Откройте, если придёте.");

    internal static Html NextLed(SeminarLine line, string when) => Html.Of($"Вы ведёте: {DialogTexts.Cut(line.Title, 100)}, {when}");

    internal static Html Next(SeminarLine line, string when) => Html.Of($"Ближайшее: {DialogTexts.Cut(line.Title, 100)}, {when}");
}
