using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Seminars;

/// <summary>What everybody reads about seminars.</summary>
internal static class SeminarTexts
{
    internal const string Join = "Записаться";
    internal const string JoinLine = "В лист ожидания";
    internal const string Leave = "Отменить запись";
    internal const string Return = "Вернуть запись";
    internal const string Enter = "Подключиться";
    internal const string LeaveLine = "Выйти из листа";
    internal const string ToCalendar = "В календарь";
    internal const string FromCalendar = "Убрать из календаря";
    internal const string Invite = "Позвать коллегу";
    internal const string ToList = "← К списку";
    internal const string WholeDescription = "Описание полностью";
    internal const string ShortDescription = "Свернуть описание";
    internal const string Take = "Беру место";
    internal const string JoinAnyway = "Всё равно записаться";
    internal const string DoNotJoin = "Не записываться";
    internal const string OtherEvents = "Посмотреть другие мероприятия";
    internal const string Open = "Открыть мероприятие";

    internal const string YouAreIn = "Вы записаны";
    internal const string WaitingNow = "Вы в листе ожидания";
    internal const string AlreadyIn = "Вы уже записаны";
    internal const string YouLeft = "Запись отменена";
    internal const string SeatKept = "Запись отменена. Место ещё две минуты за вами: можно вернуть.";
    internal const string YouLeftLine = "Вы вышли из листа ожидания";
    internal const string NotIn = "Вы и не были записаны";
    internal const string Begun = "Мероприятие уже началось, запись закрыта.";
    internal const string BegunStay = "Мероприятие уже началось, отменить запись нельзя.";
    internal const string Over = "Мероприятие уже прошло.";
    internal const string Draft = "Черновик: его видят только руководители.";
    internal const string Cancelled = "❌ Мероприятие отменено";
    internal const string NotForYou = "Это может сделать только руководитель площадки.";
    internal const string NoSuchEvent = "Такого мероприятия нет, или ссылка скопирована не целиком. Вот что будет в ближайшее время.";

    internal static string Kind(SeminarKind kind) => kind switch
    {
        SeminarKind.Briefing => "Инструктивно-методическое совещание",
        SeminarKind.DesignSeminar => "Проектировочный семинар",
        SeminarKind.Negotiation => "Переговорная площадка",
        SeminarKind.Workshop => "Лабораторный практикум",
        SeminarKind.GroupConsultation => "Групповая консультация",
        SeminarKind.CreativeLab => "Творческая лаборатория",
        SeminarKind.RoundTable => "Круглый стол",
        SeminarKind.SubjectUnion => "Методическое объединение",
        SeminarKind.Other => "Другое мероприятие",
    };

    /// <summary>As it is called, on a button of a phone's width.</summary>
    internal static string KindLabel(SeminarKind kind) => kind == SeminarKind.Briefing ? "Методическое совещание" : Kind(kind);

    /// <summary>For a button that shares its row.</summary>
    internal static string ShortKind(SeminarKind kind) => kind switch
    {
        SeminarKind.Briefing => "Совещание",
        SeminarKind.DesignSeminar => "Семинар",
        SeminarKind.Negotiation => "Переговоры",
        SeminarKind.Workshop => "Практикум",
        SeminarKind.GroupConsultation => "Консультация",
        SeminarKind.CreativeLab => "Лаборатория",
        SeminarKind.RoundTable => "Круглый стол",
        SeminarKind.SubjectUnion => "Методобъединение",
        SeminarKind.Other => "Мероприятие",
    };

    internal static string People(int count) => Russian.Count(count, "человек", "человека", "человек");

    /// <summary>«осталось 5 мест»</summary>
    internal static string SeatsLeft(int count) => $"осталось {Seats(count)}";

    internal static string Seats(int count) => Russian.Count(count, "место", "места", "мест");

    internal static string InLine(int place) => $"Вы в листе ожидания, место в очереди: {Russian.Number(place)}";

    internal static string FullNow(int place) => $"Мест нет. {InLine(place)}";

    /// <summary>The person's place, or why signing up is no longer possible; empty for somebody who can sign up.</summary>
    internal static Html Standing(SeminarDetails details, DateTimeOffset now) => details switch
    {
        { State: SeminarState.Cancelled } => Html.Lines(
            Html.Text(Cancelled), details.CancelReason is null ? default : Html.Of($"Причина: {details.CancelReason}")),
        { State: SeminarState.Draft } => Html.Text(Draft),
        _ when details.Seminar.IsOver(now) => Html.Text(Over),
        { Mine: SignUpState.Confirmed } => Html.Text($"✅ {YouAreIn}"),
        _ when details.Seminar.HasBegun(now) => Html.Text(Begun),
        { KeepsMine: true } => Html.Text(SeatKept),
        { Mine: SignUpState.Waitlisted } => Html.Text(details.MyPlace is { } place ? InLine(place) : WaitingNow),
        _ => default,
    };

    /// <summary>What is free, while one can still sign up.</summary>
    internal static Html Room(SeminarDetails details, DateTimeOffset now)
    {
        if (!details.Seminar.IsOpen(now)) return default;
        if (details is { HeldForMine: > 0 and var held, Mine: null }) return Html.Text(RoomOfSchool(held, details));
        if (details.Attendance.HasSeatForNewcomer(details.Seats))
            return Html.Text(details.Attendance.FreeSeats(details.Seats) is { } free
                ? $"Запись открыта, осталось {Seats(free)}"
                : "Запись открыта, места без ограничений");
        if (details.Attendance.FreeSeats(details.Seats) is > 0 and var lying)
            return Html.Text(details.Asked ? $"Сейчас свободно: {Seats(lying)}"
                : $"Свободное место предложено тем, кто ждёт: {People(details.Waiting)}");
        return Html.Text(details.Waiting == 0 ? "Мест нет, можно встать в лист ожидания"
            : $"Мест нет, в листе ожидания {People(details.Waiting)}");
    }

    /// <summary>«Для вашей школы держится 2 места, для всех свободно ещё 3»</summary>
    private static string RoomOfSchool(int held, SeminarDetails details)
    {
        var free = details.Attendance.HasSeatForNewcomer(details.Seats) ? details.Attendance.FreeSeats(details.Seats) ?? 0 : 0;
        var school = $"Для вашей школы {Russian.Plural(held, "держится", "держатся", "держится")} {Seats(held)}";
        return free == 0 ? school
            : $"{school}, для всех {Russian.Plural(free, "свободно", "свободны", "свободно")} ещё {Russian.Number(free)}";
    }

    /// <summary>To a teacher whom the head of their school sends, and who has not answered yet.</summary>
    internal static Html Nominated(SeminarDetails details, DateTimeOffset now, SiteZone zone)
    {
        var by = details.NominatedBy is { } name ? $" ({FullName.Short(name)})" : "";
        return Html.Lines(
            Html.Text($"❓ Вас направляет руководитель школы{by}."),
            details.NominationWords is { } words ? Html.Of($"«{words}»") : default,
            details.Mine == SignUpState.Waitlisted
                ? Html.Text($"Мест пока нет. {(details.MyPlace is { } place ? InLine(place) : WaitingNow)}. " +
                    "Скажите, сможете ли прийти, если место освободится.")
                : details.AnswerBy is { } until ? IsYours(details, until, now, zone) : default);
    }

    /// <summary>Shortly before the start the place of one who has not answered goes to nobody else.</summary>
    private static Html IsYours(SeminarDetails details, DateTimeOffset until, DateTimeOffset now, SiteZone zone) =>
        until > now ? Html.Of($"Место за вами до {Html.At(until, zone)}. Сможете?")
        : Promotion.IsLate(details.Seminar, now) ? Html.Text("Срок ответа прошёл, место за вами. Сможете?")
        : Html.Text("Срок ответа прошёл. Место за вами, пока его никто не ждёт: ответьте, сможете ли.");

    internal static Html Facts(SeminarDetails details, SiteZone zone) => Html.Lines(
        Html.Span(details.StartsAt, details.EndsAt, zone),
        details.Leader is null ? default : Html.Of($"Ведёт: {details.Leader}"),
        details.Audience is null ? default : Html.Of($"Для кого: {details.Audience}"));

    /// <summary>To somebody who comes by a link and is not registered yet; empty for what they may not know of.</summary>
    internal static Html Preview(SeminarDetails details, DateTimeOffset now, SiteZone zone) => details.State switch
    {
        SeminarState.Published => Html.Paragraphs(
            Html.Text(details.Seminar.IsOver(now) ? Over : "Вас приглашают на мероприятие"),
            Html.Lines(Html.Bold(details.Title), Html.Text(Kind(details.Kind))), Facts(details, zone)),
        SeminarState.Cancelled when details.WasPublished => Html.Paragraphs(
            Html.Text(Cancelled), Html.Bold(details.Title), Html.Span(details.StartsAt, details.EndsAt, zone)),
        _ => default,
    };

    internal const string Share = "Отправить коллеге";

    internal static Html HowToInvite => Html.Text("Нажмите «Отправить коллеге» и выберите чат. Или перешлите следующее сообщение.");

    /// <summary>The words that go with the link.</summary>
    internal static string SharedWords(SeminarDetails details, SiteZone zone) =>
        $"Приглашаю на мероприятие «{Ellipsis.Cut(details.Title, 150)}», {Russian.Span(details.StartsAt, details.EndsAt, zone)}";

    internal static Html Invitation(SeminarDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Text("Приглашаю на мероприятие"),
        Html.Lines(Html.Bold(details.Title), Html.Text(Kind(details.Kind)), Html.Span(details.StartsAt, details.EndsAt, zone)),
        Html.Of($"Записаться: {link}"));

    internal static Html CalendarFile(SeminarDetails details) => details.State == SeminarState.Cancelled
        ? Html.Of($"Откройте файл, чтобы убрать «{details.Title}» из календаря.")
        : Html.Of($"Откройте файл, чтобы добавить «{details.Title}» в календарь.");

    internal static string Refused(SignUpRefusal because) => because switch
    {
        SignUpRefusal.NotPublished => "Это ещё черновик",
        SignUpRefusal.SeminarCancelled => "Мероприятие отменено.",
        SignUpRefusal.SignUpClosed => Begun,
        SignUpRefusal.AlreadySeated => AlreadyIn,
        SignUpRefusal.AlreadyWaiting => "Вы уже в листе ожидания",
        SignUpRefusal.Leads => "Это мероприятие ведёте вы, записываться не нужно.",
        SignUpRefusal.SeatGone => "Две минуты прошли, и свободных мест уже нет.",
    };

    internal static string Refused(SeatOfferRefusal because) => because switch
    {
        SeatOfferRefusal.AlreadySeated => AlreadyIn,
        SeatOfferRefusal.SeatTaken => "Это место уже занял другой участник, или его больше нет. Вы остаётесь в листе ожидания.",
        SeatOfferRefusal.Moved => "Мероприятие перенесли, это предложение больше не действует. Вы остаётесь в листе ожидания.",
        SeatOfferRefusal.NotAsked => "Это место предложили тем, кто ждёт дольше. Если они откажутся, напишем вам.",
        SeatOfferRefusal.NotWaiting => "Вы не в листе ожидания. Если запись открыта, встаньте в него снова.",
        SeatOfferRefusal.HasBegun => Begun,
        SeatOfferRefusal.SeminarCancelled => "Мероприятие отменено.",
    };

    internal static Html SameTime(SeminarDetails wanted, IEnumerable<Engagement> others, SiteZone zone) =>
        EngagementTexts.Asked(others, $"Записаться и на «{Ellipsis.Cut(wanted.Title, 150)}», {Russian.Moment(wanted.StartsAt, zone)}?",
            zone);

    /// <summary>Before a seat for which others wait is given back.</summary>
    internal static Html LeaveAsk(SeminarDetails details, SeatReturnOutcome.AsksFirst asks, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Отменить запись на «{Ellipsis.Cut(details.Title, 150)}», {Html.At(details.StartsAt, zone)}?"),
        Html.Text(asks.Held ? "Место держится за школой и сразу уйдёт её учителю, который ждёт: вернуть его не получится."
            : $"Место сразу уйдёт тем, кто ждёт ({People(asks.Waiting)}), вернуть его не получится."));

    internal static string Refused(SeatReturnRefusal because) => because switch
    {
        SeatReturnRefusal.NotSignedUp => NotIn,
        SeatReturnRefusal.SeminarCancelled => "Мероприятие отменено.",
        SeatReturnRefusal.HasBegun => BegunStay,
    };

    /// <summary>Said before the last question; empty for a working day.</summary>
    internal static string DayOff(WorkingCalendar calendar, DateOnly day) => calendar.IsWorking(day) ? ""
        : $"❗ {Russian.DayLong(day)} — выходной или праздничный день. ";
}
