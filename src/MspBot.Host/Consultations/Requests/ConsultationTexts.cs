using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What a consultation's card says, and the words of its buttons.</summary>
internal static class ConsultationTexts
{
    internal const string GatherGroup = "Собрать группу";
    internal const string OpenGroup = "Открыть встречу";
    internal const string NoColleagues = "Передать пока некому: других тьюторов нет.";
    internal const string Confirm = "Подтвердить";
    internal const string OtherTime = "Другое время";
    internal const string OfferTime = "Предложить время";
    internal const string Decline = "Отклонить";
    internal const string HandOver = "Передать коллеге";
    internal const string AgreeAnyway = "Всё равно согласиться";
    internal const string DoNotAgree = "Не соглашаться";
    internal const string ConfirmAnyway = "Всё равно подтвердить";
    internal const string DoNotConfirm = "Не подтверждать";
    internal const string RejectAllTimes = "Ни одно не подходит";
    internal const string KeepTime = "Оставить как было";
    internal const string Move = "Перенести";
    internal const string CancelMeeting = "Отменить консультацию";
    internal const string TakeBack = "Отозвать заявку";
    internal const string AnotherTutor = "Попросить другого тьютора";
    internal const string TutorOrTime = "Изменить тьютора или время";
    internal const string Enter = "Подключиться";
    internal const string ToCalendar = "В календарь";
    internal const string SetLink = "Указать ссылку";
    internal const string ChangeLink = "Изменить ссылку";
    internal const string TellTutor = "Сообщить тьютору";
    internal const string Message = "Сообщение о консультации";
    internal const string Reply = "Ответить";
    internal const string Fine = "👍 Хорошо";
    internal const string Take = "Взять себе";
    internal const string CannotTake = "Не могу взять";
    internal const string Assign = "Назначить";
    internal const string Open = "Открыть консультацию";
    internal const string ToRequests = "К заявкам";
    internal const string Mine = "Мои записи";

    private const string HeadFinds = "Заявка ждёт: руководитель подберёт тьютора";

    internal static string Elsewhere(ConsultationDetails details) => details.State == ConsultationState.Cancelled
        ? "Эта заявка закрыта. Делать ничего не нужно."
        : "Эту заявку теперь ведёт другой тьютор. Делать ничего не нужно.";

    internal static string ConfirmAt(ConsultationTime time, SiteZone zone) => Fitting("Подтвердить", time, zone);

    internal static string ChooseAt(ConsultationTime time, SiteZone zone) => Fitting("Выбрать", time, zone);

    internal static string AgreeAnywayAsk(ConsultationTime time, SiteZone zone) =>
        $"Согласиться и на консультацию, {Russian.Moment(time.StartsAt, zone)}?";

    internal static string ConfirmAnywayAsk(ConsultationTime time, SiteZone zone) =>
        $"Подтвердить и консультацию, {Russian.Moment(time.StartsAt, zone)}?";

    internal static string MoveTo(ConsultationTime time, SiteZone zone) => Fitting("Перенести на", time, zone);

    /// <summary>Topic, who, and what there is to know of time and place.</summary>
    internal static Html Facts(ConsultationDetails details, Side side, SiteZone zone) => Html.Lines(
        Html.Of($"Тема: {details.Topic}"),
        details.Subject is { } subject ? Html.Of($"Предмет: {subject}") : default,
        side == Side.Teacher ? default : Html.Of($"Педагог: {Teacher(details)}"),
        side == Side.Tutor || details.TutorId is null ? default : Html.Of($"Тьютор: {details.Tutor ?? "—"}"),
        details.StandInFor is { } away && details.Facts is { IsOpen: true } or { State: ConsultationState.Confirmed }
            ? Html.Of($"Вместо тьютора: {FullName.Short(away)}") : default,
        details.PrefersGroup && details.Facts.IsOpen ? Html.Text("Можно в группе с коллегами.") : default,
        When(details, side, zone),
        Link(details, side));

    /// <summary>«Консультация подтверждена», and what is waited for.</summary>
    internal static Html Standing(ConsultationDetails details, Side side) => Html.Bold(details.State switch
    {
        ConsultationState.Requested when details.TutorId is null => HeadFinds,
        ConsultationState.Waiting when details.TutorId is null && side != Side.Teacher => HeadFinds,
        ConsultationState.Requested => side switch
        {
            // No times are left: the tutor is to offer new ones.
            Side.Teacher when details.Times.Count == 0 => "Ждём, какое время предложит тьютор",
            Side.Teacher => "Заявка отправлена, тьютор ещё не ответил",
            Side.Head when details.Times.Count == 0 => "Заявка ждёт: тьютор предложит время",
            Side.Head => "Заявка ждёт ответа тьютора",
            _ => "Заявка на консультацию",
        },
        ConsultationState.Offered => side switch
        {
            Side.Teacher => "Тьютор предлагает другое время",
            Side.Tutor => "Вы предложили время, педагог выбирает",
            _ => "Тьютор предложил время, педагог выбирает",
        },
        ConsultationState.Waiting => side == Side.Teacher ? "Заявка ждёт, когда появится время" : "Заявка без времени",
        ConsultationState.Confirmed => "Консультация подтверждена",
        ConsultationState.Held => "Консультация состоялась",
        ConsultationState.NotHeld => "Консультация не состоялась",
        ConsultationState.Grouped or ConsultationState.Inviting => "Заявка перешла в групповую консультацию",
        ConsultationState.Declined => side == Side.Teacher ? "Тьютор не сможет провести консультацию" : "Заявка отклонена",
        ConsultationState.Cancelled => details.StartsAt is null ? "Заявка отозвана" : "Консультация отменена",
    });

    /// <summary>What happens next, or why it came so.</summary>
    internal static Html Next(ConsultationDetails details, Side side, SiteZone zone)
    {
        var it = details.Facts;
        if (details.ColleagueId is not null && side == Side.Tutor)
            return Html.Of($"Вы предложили заявку коллеге: {details.Colleague ?? "—"}. Пока ответа нет, она остаётся у вас.");
        if (it.IsMoving) return Moving(details, side, zone);
        return details.State switch
        {
            ConsultationState.Requested when side == Side.Tutor && details.Times.Count == 0 =>
                Html.Text("Время ещё не выбрано: предложите своё."),
            ConsultationState.Waiting when side == Side.Teacher => Html.Text("Сообщим, как только у тьютора появится свободное время."),
            ConsultationState.Waiting when side == Side.Tutor =>
                Html.Text("Педагогу не подошло свободное время. Вы можете предложить другое."),
            ConsultationState.Waiting when details.TutorId is not null =>
                Html.Text("Педагогу не подошло свободное время: тьютор предложит другое."),
            ConsultationState.Held when details.Recommendation is { } recommendation && side is Side.Teacher or Side.Tutor =>
                Html.Of($"<b>Рекомендация тьютора</b>\n{recommendation}"),
            ConsultationState.Declined or ConsultationState.Cancelled when details.Reason is { } reason => Html.Of($"Причина: {reason}"),
            _ => default,
        };
    }

    /// <summary>«Математика · Иванова · Дроби»: what about and who first, the rest as far as a phone shows it.</summary>
    internal static string Label(string? who, string? subject, string topic) =>
        Ellipsis.Cut(string.Join(" · ", new[] { subject, Surname(who), topic }.OfType<string>()), ButtonRows.FullWidth);

    /// <summary>«25.11 15:00 · Иванова · Математика»: where the time matters.</summary>
    internal static string Label(DateTimeOffset at, string? who, string? subject, string topic, SiteZone zone) =>
        Ellipsis.Cut(
            string.Join(" · ", new[] { Russian.Short(at, zone), Surname(who), subject ?? topic }.OfType<string>()), ButtonRows.FullWidth);

    /// <summary>The same in a list's text: who, what about, when.</summary>
    internal static Html Line(ConsultationDetails details, string? who, SiteZone zone) => Html.Of(
        $"{(who is null ? "" : $"{ShortName(who)}, ")}«{Ellipsis.Cut(details.Topic, 50)}»" +
        $"{(details.Soonest is { } at ? Html.Of($": {Html.At(at, zone)}") : default)}");

    /// <summary>The day in words where a phone shows the whole of it.</summary>
    private static string Fitting(string deed, ConsultationTime time, SiteZone zone)
    {
        var whole = $"{deed} {Russian.Moment(time.StartsAt, zone)}";
        return whole.Length <= ButtonRows.FullWidth ? whole : $"{deed} {Russian.Short(time.StartsAt, zone)}";
    }

    private static string? Surname(string? name) => name?.Split(' ')[0];

    internal static string Teacher(ConsultationDetails details) =>
        details.Teacher is { } name ? details.School is { } school ? $"{name}, {school}" : name : "—";

    internal static string ShortName(string? name) => name is null ? "—" : FullName.Short(name);

    private static Html Moving(ConsultationDetails details, Side side, SiteZone zone)
    {
        var byTutor = details.Times.Any(t => t.Kind == TimeKind.Offered);
        var mine = byTutor == (side == Side.Tutor);
        var times = Times(details.Facts.Pending, zone);
        var ask = mine ? "Вы предложили перенести на" : byTutor ? "Тьютор просит перенести на" : "Педагог просит перенести на";
        return Html.Lines(Html.Of($"{ask}: {times}."),
            details.Reason is { } reason ? Html.Of($"Причина: {reason}") : default,
            Html.Text("Пока это не решено, остаётся прежнее время."));
    }

    private static Html When(ConsultationDetails details, Side side, SiteZone zone)
    {
        if (details is { StartsAt: { } start, EndsAt: { } end }) return Html.Of($"Когда: <b>{Html.Span(start, end, zone)}</b>");
        if (details.Times.Count == 0) return default;
        var times = Times(details.Times, zone);
        return details.Times[0].Kind switch
        {
            TimeKind.Offered => Html.Of($"На выбор: {times}"),
            TimeKind.Proposed => Html.Of($"{(side == Side.Teacher ? "Вам удобно" : "Удобно педагогу")}: {times}"),
            _ => Html.Of($"Когда: {times}"),
        };
    }

    private static Html Times(IEnumerable<ConsultationTime> times, SiteZone zone) =>
        times.Aggregate(Html.Empty, (all, t) => all.IsEmpty ? Html.At(t.StartsAt, zone)
            : all + Html.Text("; ") + Html.At(t.StartsAt, zone));

    private static Html Link(ConsultationDetails details, Side side)
    {
        if (details.State != ConsultationState.Confirmed || side is Side.Colleague or Side.Head) return default;
        if (details.JoinLink is { } link) return Html.Of($"Ссылка: {link}");
        return Html.Text(side == Side.Tutor ? "Ссылки пока нет: нажмите «Указать ссылку»." : "Ссылку тьютор пришлёт до начала.");
    }

    /// <summary>After «ждёт» or «за»: «1 минуту», «5 часов», «3 дня».</summary>
    internal static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 60 } => Russian.Count(Math.Max(1, (int)age.TotalMinutes), "минуту", "минуты", "минут"),
        { TotalHours: < 48 } => Russian.Count((int)age.TotalHours, "час", "часа", "часов"),
        _ => Russian.Count((int)age.TotalDays, "день", "дня", "дней"),
    };
}
