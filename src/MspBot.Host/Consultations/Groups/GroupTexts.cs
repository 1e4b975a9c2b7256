using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Groups;

/// <summary>What a group's card says, and the words of its buttons.</summary>
internal static class GroupTexts
{
    internal const string Agree = "Участвовать";
    internal const string Decline = "Не могу";
    internal const string Leave = "Отказаться от участия";
    internal const string Enter = "Подключиться";
    internal const string ToCalendar = "В календарь";
    internal const string FromCalendar = "Убрать из календаря";
    internal const string Confirm = "Подтвердить встречу";
    internal const string Invite = "Позвать ещё педагогов";
    internal const string Share = "Отправить коллегам";
    internal const string Move = "Перенести встречу";
    internal const string CancelIt = "Отменить встречу";
    internal const string Answer = "Ответить на приглашение";
    internal const string Groups = "Групповые консультации";

    internal const string YouAgreed = "Вы участвуете";
    internal const string YouDeclined = "Хорошо, без вас";
    internal const string YouLeft = "Вы отказались от участия";
    internal const string OldLink =
        "Эта ссылка не подошла: она скопирована не целиком или больше не действует. Попросите новую у тьютора, который вас позвал.";
    internal const string ConfirmedNow = "Встреча подтверждена, участники узнают";

    internal static string People(int count) => Russian.Count(count, "человек", "человека", "человек");

    internal static string Teachers(int count) => Russian.Count(count, "педагог", "педагога", "педагогов");

    /// <summary>«не меньше 3 человек»</summary>
    internal static string AtLeast(int count) => $"{Russian.Number(count)} {Russian.Plural(count, "человека", "человек", "человек")}";

    internal static string Seats(int count) => Russian.Count(count, "место", "места", "мест");

    internal static string Name(string? fullName) => fullName is null ? "—" : FullName.Short(fullName);

    /// <summary>Topic, time, who leads.</summary>
    internal static Html Facts(GroupDetails details, SiteZone zone, bool withTutor = true) => Html.Lines(
        Html.Bold(details.Topic),
        Html.Of($"Групповая консультация{(details.Subject is { } subject ? $" · {subject}" : "")}"),
        Html.Span(details.StartsAt, details.EndsAt, zone),
        withTutor ? Html.Of($"Ведёт: {details.Tutor ?? "—"}") : default);

    internal static Html Room(GroupDetails details)
    {
        var it = details.Facts;
        return Html.Text(it.FreeSeats == 0
            ? $"Мест больше нет: все {Russian.Number(it.Seats)} заняты."
            : $"Свободно {Seats(it.FreeSeats)} из {Russian.Number(it.Seats)}.");
    }

    /// <summary>Where a teacher stands, and what happens next.</summary>
    internal static Html Standing(GroupDetails details, MemberState? mine, bool ofRequest, DateTimeOffset now, SiteZone zone)
    {
        if (details.State == ConsultationState.Cancelled) return Cancelled(details);
        if (!details.Facts.IsLive || now >= details.EndsAt) return Html.Text("Встреча уже прошла.");
        if (now >= details.StartsAt)
            return Html.Text(mine == MemberState.Agreed ? "Встреча уже идёт, можно подключаться." : "Встреча уже началась.");
        var confirmed = details.State == ConsultationState.Confirmed;
        return mine switch
        {
            MemberState.Agreed when confirmed => Html.Bold("Встреча состоится, вы участвуете."),
            MemberState.Agreed => Html.Paragraphs(Html.Bold("Вы участвуете."), Html.Text(
                $"Состоится ли встреча, станет ясно не позже {By(details, zone)}: нужно не меньше {AtLeast(details.MinParticipants)}. " +
                $"Если не соберёмся, {(ofRequest ? "ваша заявка снова будет ждать ответа." : "я напишу.")}")),
            MemberState.Declined => Html.Text("Вы отказались. Передумаете — можно вернуться, пока есть места."),
            _ when confirmed => Html.Text("Встреча состоится."),
            _ => Html.Text(
                $"Ответьте, пожалуйста, до {By(details, zone)}. Встреча состоится, если соберётся не меньше " +
                $"{AtLeast(details.MinParticipants)}. {(ofRequest ? "Не подойдёт — ваша заявка останется как есть." : "")}".TrimEnd()),
        };
    }

    internal static Html Cancelled(GroupDetails details) => Html.Lines(
        Html.Text("❌ Встреча не состоится."),
        details.Reason is null ? default : Html.Of($"Причина: {details.Reason}"));

    /// <summary>As its tutor sees it: how many, who, until when.</summary>
    internal static Html ForTutor(GroupDetails details, DateTimeOffset now, SiteZone zone, bool isTold)
    {
        var it = details.Facts;
        var standing = details.State switch
        {
            ConsultationState.Cancelled => Cancelled(details),
            ConsultationState.Confirmed when now >= details.EndsAt => Html.Text("Встреча прошла."),
            ConsultationState.Confirmed => Html.Bold("Встреча подтверждена."),
            ConsultationState.Inviting =>
                Html.Text(
                $"Собираем до {By(details, zone)}. Нужно не меньше {AtLeast(it.MinParticipants)}" +
                $"{(it.Agreed >= it.MinParticipants ? " — уже хватает." : ".")}"),
            _ => Html.Text("Встреча прошла."),
        };
        return Html.Paragraphs(isTold ? default : standing, it.IsLive ? Room(details) : default, Html.Lines(
            Names(it.State == ConsultationState.Cancelled ? "Собирались прийти"
                : "Участвуют", details, MemberState.Agreed, withSchool: true),
            it.IsLive ? Names("Ещё не ответили", details, MemberState.Invited) : default,
            it.IsLive ? Names("Не смогут", details, MemberState.Declined) : default));
    }

    internal static Html Link(GroupDetails details) =>
        details.JoinLink is { } link ? Html.Of($"Ссылка: {link}") : Html.Text("Ссылку пришлёт тьютор.");

    internal static string By(GroupDetails details, SiteZone zone) => Russian.Moment(details.AgreeBy, zone);

    internal static Html HowToInvite => Html.Text($"Нажмите «{Share}» и выберите чат. Или перешлите следующее сообщение.");

    /// <summary>The words that go with the link.</summary>
    internal static string SharedWords(GroupDetails details, SiteZone zone) =>
        $"Приглашаю на групповую консультацию «{Ellipsis.Cut(details.Topic, 150)}», {Russian.Span(details.StartsAt, details.EndsAt, zone)}";

    internal static Html Invitation(GroupDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Text("Приглашаю на групповую консультацию"),
        Facts(details, zone),
        Html.Of($"Записаться: {link}"));

    internal static string AgreeAnywayAsk(GroupDetails details, SiteZone zone) =>
        $"Согласиться и на групповую консультацию, {Russian.Moment(details.StartsAt, zone)}?";

    /// <summary>With what is there instead.</summary>
    internal static string Refused(GroupResult result, SiteZone zone) =>
        result.Clash is { } clash ? EngagementTexts.Taken(clash, zone) : Refused(result.Refusal!.Value);

    internal static string Refused(GroupRefusal refusal) => refusal switch
    {
        GroupRefusal.NoSuchGroup => "Такой встречи нет.",
        GroupRefusal.NotYours => "Это может сделать только тьютор, который собирает группу.",
        GroupRefusal.NotInvited => "Пока на эту встречу зовут только тех, кто просил о консультации.",
        GroupRefusal.YouLeadIt => "Вы ведёте эту встречу.",
        GroupRefusal.AlreadyIn => "Вы уже участвуете",
        GroupRefusal.NotIn => "Вы и не были записаны",
        GroupRefusal.AlreadyDeclined => "Вы уже отказались",
        GroupRefusal.Full => "Мест больше нет. Если кто-то откажется, место появится на этой карточке.",
        GroupRefusal.DeadlinePassed => "Срок ответа прошёл: через минуту станет ясно, состоится ли встреча.",
        GroupRefusal.AlreadyConfirmed => "Встреча уже подтверждена",
        GroupRefusal.AlreadyCancelled => "Встреча уже отменена.",
        GroupRefusal.AlreadyOver => "Встреча уже прошла.",
        GroupRefusal.AlreadyBegun => "Встреча уже началась, изменить ничего нельзя.",
        GroupRefusal.TooFewAgreed => "Пока согласилось меньше людей, чем нужно. Дождитесь срока или отмените встречу.",
        GroupRefusal.TimeTooNear => "Это слишком скоро: людям нужно хотя бы два часа, чтобы ответить и прийти. Выберите время позже.",
        GroupRefusal.TimeTooFar => "Это слишком далеко: выберите время в пределах года.",
        GroupRefusal.TimeTaken => "Это время у тьютора уже занято. Выберите другое.",
        GroupRefusal.SameTime => "Встреча и так назначена на это время. Выберите другое.",
        GroupRefusal.SeatsOutOfBounds =>
            $"Мест может быть от {GroupDraft.FewestSeats} до {GroupDraft.MostSeats}. Напишите число, например: 10.",
        GroupRefusal.LeastOutOfBounds => "Наименьшее число — от 2 и не больше, чем мест. Напишите число, например: 3.",
        GroupRefusal.AgreeByTooSoon => "Это слишком скоро: дайте людям хотя бы час на ответ.",
        GroupRefusal.AgreeByAfterStart => "Срок ответа должен быть раньше начала встречи.",
        GroupRefusal.NoTutor => "Вести встречу может только тьютор.",
    };

    private static Html Names(string label, GroupDetails details, MemberState state, bool withSchool = false)
    {
        var of = details.Members.Where(m => m.State == state && m.Name is not null).ToList();
        if (of.Count == 0) return default;
        if (!withSchool) return Html.Of($"{label}: {string.Join(", ", of.Select(m => Name(m.Name)))}");
        return Html.Lines([Html.Text($"{label}:"),
            .. of.Select(m => Html.Of($"— {Name(m.Name)}{(m.School is { } school ? $", {Ellipsis.Cut(school, 60)}" : "")}"))]);
    }
}
