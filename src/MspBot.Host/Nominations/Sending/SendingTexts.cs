using MspBot.Data.Nominations;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars.Seats;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Sending;

/// <summary>What a school's head reads about whom they send.</summary>
internal static class SendingTexts
{
    internal const string Nominate = "Направить учителя";
    internal const string Send = "Направить";
    internal const string Replace = "Заменить";
    internal const string Withdraw = "Отозвать направление";
    internal const string DoNotWithdraw = "Не отзывать";
    internal const string WithdrawYes = "Да, отозвать";
    internal const string ToMeeting = "← К направлениям";
    internal const string Nominated = "Кого направили";
    internal const string Unfinished = "направление";
    internal const string HeadNoMore = "Вы больше не руководитель этой школы в боте. Если это ошибка, спросите: /help";
    internal const string NobodyElse =
        "Заменить некем: больше никого из вашей школы направить нельзя. Кто уже записан или в листе ожидания, ведёт мероприятие " +
        "или дважды отказался, того не предлагаем. Других учителей можно пригласить: /school → «Пригласить учителей».";
    internal const string NoMeetings = "Впереди мероприятий пока нет. Появятся — направить можно отсюда: /school";
    internal const string NoTeachers =
        "Из вашей школы в боте пока нет учителей. Пригласите их: /school → «Пригласить учителей».";

    private const int MostNamed = 8;

    internal static readonly Prompt Meeting = new(
        "Мероприятие", "На какое мероприятие направить? Напишите слово из названия, если его не видно.");
    internal static readonly Prompt Words = new("Слово учителям", "Что написать тем, кого направляете? Например: замену уроков дадим.");

    internal static Prompt Teachers(SeminarDetails details, SiteZone zone, IReadOnlyList<TeacherToSend> left) => new("Учителя",
        $"Кого направить на «{Ellipsis.Cut(details.Title, 100)}», {Russian.Moment(details.StartsAt, zone)}? Отметьте." + LeftOut(left));

    internal static Prompt Newcomer(Nomination former, SeminarDetails details, SiteZone zone) => new("Учитель",
        $"Кто пойдёт на «{Ellipsis.Cut(details.Title, 100)}», {Russian.Moment(details.StartsAt, zone)}, вместо: {Name(former)}?");

    /// <summary>Found by the whole name; which also stands on the button where two of them are one «Иванова М. П.».</summary>
    internal static IReadOnlyList<Option<PersonId>> ToChoose(IReadOnlyList<TeacherToSend> teachers)
    {
        var namesakes = teachers.GroupBy(t => Folded.Of(FullName.Short(t.Name))).Where(same => same.Count() > 1)
            .Select(same => same.Key).ToHashSet();
        return
        [
            .. from teacher in teachers
               let name = FullName.Short(teacher.Name)
               let label = namesakes.Contains(Folded.Of(name))
                   ? Ellipsis.Cut($"{teacher.Name}{Mark(teacher)}", ButtonRows.FullWidth - Ticked.Length) : $"{name}{Mark(teacher)}"
               select new Option<PersonId>(teacher.Id, label) { Sought = teacher.Name },
        ];
    }

    private const string Ticked = "✓ ";

    private static string Mark(TeacherToSend teacher) => (teacher.Busy, teacher.Reachable) switch
    {
        (_, false) => " · без бота",
        (true, _) => " · занят(а)",
        _ => "",
    };

    internal static string Name(Nomination nomination) => ShortName(nomination.Name);

    internal static string ShortName(string? name) => name is null ? DialogTexts.Erased : FullName.Short(name);

    /// <summary>«Мест школы 2, общих 3, выбрано 6: 5 получат место, 1 встанет в лист ожидания. Направить?»</summary>
    /// <param name="forecast">What will happen.</param>
    /// <param name="silent">How many of them have stopped the bot.</param>
    /// <param name="gone">Who was ticked and cannot be sent any more.</param>
    /// <param name="answerBy">Until when those who get a seat are asked; null: the head sends nobody but themselves.</param>
    /// <param name="zone">The site's.</param>
    internal static string Forecast(
        NominationForecast forecast, int silent, IReadOnlyList<LeftOut> gone, DateTimeOffset? answerBy, SiteZone zone)
    {
        var places = (forecast.OfSchool, forecast.ForAll) switch
        {
            (_, null) => "Места без ограничений",
            (0, { } free) => $"Свободных мест {Russian.Number(free)}",
            (var held, { } free) => $"Мест школы {Russian.Number(held)}, общих {Russian.Number(free)}",
        };
        var all = forecast.Seated + forecast.Waiting;
        var what = (forecast.Seated, forecast.Waiting) switch
        {
            (1, 0) => "место будет сразу",
            (_, 0) => "место будет у каждого",
            (0, _) => $"{Russian.Count(forecast.Waiting, "встанет", "встанут", "встанут")} в лист ожидания",
            var (seated, waiting) => $"{Russian.Count(seated, "получит", "получат", "получат")} место, " +
                $"{Russian.Count(waiting, "встанет", "встанут", "встанут")} в лист ожидания",
        };
        var unheard = silent == 0 ? ""
            : $" Не получат сообщение: {Russian.Number(silent)} (бот остановлен). Им можно будет передать через школу.";
        var left = gone.Count == 0 ? "" : $" Не направим: {WhyNot(gone)}.";
        var until = forecast.Seated > 0 && answerBy is { } by ? $" Ответа ждём до {Russian.Moment(by, zone)}." : "";
        return $"{places}, выбрано {Russian.Number(all)}: {what}.{left}{until}{unheard} Направить?";
    }

    internal static Html Done(NominationResult result)
    {
        var waiting = result.Nominees.Count(n => n.Place is SignUpOutcome.Waitlisted);
        var sent = result.Nominees.Count(n => n.Refusal is null);
        var left = result.Nominees.Where(n => n.Refusal is not null).Select(n => new LeftOut(n.Person, n.Name, n.Refusal!.Value)).ToList();
        return Html.Lines(
            Html.Text($"✅ Направлено: {Russian.Number(sent)}{(waiting > 0 ? $", из них в листе ожидания {Russian.Number(waiting)}" : "")}"),
            left.Count > 0 ? Html.Text($"Не направлено: {Russian.Number(left.Count)}. {WhyNot(left)}.") : default);
    }

    internal static Html NobodyLeft(IReadOnlyList<LeftOut> left) => Html.Text($"Направлять никого не нужно: {WhyNot(left)}.");

    /// <summary>«Иванова М. П. — уже записан(а); Орлов Б. Л. — больше не в вашей школе»</summary>
    private static string WhyNot(IReadOnlyList<LeftOut> left) =>
        Some([.. left.Select(one => $"{ShortName(one.Name)} — {WhyNot(one.Because)}")], "; ");

    private static string WhyNot(NominationRefusal because) => because switch
    {
        NominationRefusal.SignedUp => "уже записан(а)",
        NominationRefusal.Waits => "уже в листе ожидания",
        NominationRefusal.Leads => "ведёт это мероприятие",
        NominationRefusal.NoRole => "больше не учитель в боте",
        NominationRefusal.DeclinedTwice => "дважды отказался (отказалась)",
        _ => "больше не в вашей школе",
    };

    internal static string Refused(NominationRefusal because) => because switch
    {
        NominationRefusal.NoSuchSeminar => "Такого мероприятия нет.",
        NominationRefusal.SeminarCancelled => "Мероприятие отменено, направлять на него некого.",
        NominationRefusal.HasBegun => "Мероприятие уже началось.",
        NominationRefusal.NotOfSchool => "Этого учителя в вашей школе больше нет. Выберите другого.",
        NominationRefusal.SignedUp => "Этот учитель уже записан: направлять не нужно.",
        NominationRefusal.Waits => "Этот учитель уже в листе ожидания: направлять не нужно.",
        NominationRefusal.Leads => "Этот учитель ведёт мероприятие: направлять не нужно.",
        NominationRefusal.NoRole => "В боте этот человек больше не учитель: направить его нельзя. Выберите другого.",
        NominationRefusal.DeclinedTwice => "Этот учитель уже дважды ответил, что не сможет. Выберите другого.",
        NominationRefusal.OtherwiseNow => "Пока вы выбирали, число мест изменилось. Посмотрите, как стало, и решите ещё раз.",
        NominationRefusal.NoSuchNomination => "Такого направления нет.",
        NominationRefusal.Ended => "Это направление уже закончилось: посмотрите, как стало.",
    };

    /// <summary>How it stands, on one line.</summary>
    /// <param name="one">Which.</param>
    /// <param name="isOpen">Whether the meeting is still ahead: otherwise nothing is to come of it any more.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="zone">The site's.</param>
    internal static Html Standing(Nomination one, bool isOpen, DateTimeOffset now, SiteZone zone) => one.State switch
    {
        NominationState.Asked when !isOpen => Html.Text("ответа не было"),
        NominationState.Accepted when !isOpen =>
            Html.Text($"ответ был «да»{(one.Place == SignUpState.Waitlisted ? ", в листе ожидания" : "")}"),
        NominationState.Asked when one.Place == SignUpState.Waitlisted => Html.Text($"в листе ожидания, ещё не ответил(а){Stopped(one)}"),
        NominationState.Asked when one.IsOverdue(now) =>
            Html.Of($"срок ответа прошёл {Html.At(one.AnswerBy, zone)}, место пока за учителем{Stopped(one)}"),
        NominationState.Asked => Html.Of($"ждём ответа до {Html.At(one.AnswerBy, zone)}{Stopped(one)}"),
        NominationState.Accepted when one.Place == SignUpState.Waitlisted => Html.Text("придёт, если освободится место"),
        NominationState.Accepted => Html.Text("✅ придёт"),
        NominationState.Declined => Html.Text(
            $"{(one.IsInBySelf ? "" : "❌ ")}не сможет{(one.Reason is { } reason ? $": {Reason(reason)}" : "")}{BySelf(one)}"),
        NominationState.Lapsed => Html.Text($"не ответил(а), место передано тем, кто ждал{BySelf(one)}"),
        NominationState.Withdrawn => Html.Text($"направление отозвано{BySelf(one)}"),
        NominationState.Replaced => Html.Text(one.Replacement is { } name ? $"вместо — {FullName.Short(name)}" : "заменён(а)"),
    };

    private static string Stopped(Nomination one) => one.IsUnheard ? " · остановил(а) бота" : "";

    private static string BySelf(Nomination one) => one.IsInBySelf ? "; теперь есть своя запись" : "";

    internal static string Mark(Nomination one, bool isOpen) => one.State switch
    {
        NominationState.Asked when isOpen => "❓ ",
        NominationState.Accepted when one.Place == SignUpState.Waitlisted => isOpen ? "⏳ " : "",
        NominationState.Accepted => "✅ ",
        NominationState.Declined when !one.IsInBySelf => "❌ ",
        _ => "",
    };

    internal static string Reason(DecliningReason reason) => reason switch
    {
        DecliningReason.Lesson => "урок",
        DecliningReason.KnownTopic => "уже знает тему",
        DecliningReason.Other => "другая причина",
    };

    internal static Html Meet(SeminarDetails details, SiteZone zone) => Html.Lines(
        Html.Bold(details.Title), Html.Of($"{SeminarTexts.Kind(details.Kind)}, {Html.At(details.StartsAt, zone)}"));

    internal static Html Held(int held) => held == 0 ? default
        : Html.Text($"Для вашей школы {Russian.Plural(held, "держится", "держатся", "держится")} {SeminarTexts.Seats(held)}.");

    internal static Html NobodySent =>
        Html.Text("Вы ещё никого не направили. Место учителя появится сразу, а он подтвердит или откажется.");

    internal static Html AskToWithdraw(Nomination one, SeminarDetails details, DateTimeOffset now, SiteZone zone) => Html.Of(
        $"Отозвать направление: {Name(one)}, «{Ellipsis.Cut(details.Title, 80)}», {Html.At(details.StartsAt, zone)}? " +
        $"{(one.Chat is null ? "Сообщение учителю не придёт: скажите ему сами." : "Учитель узнает.")}{PlaceAfter(one, details, now)}");

    /// <summary>What becomes of the place, as far as it is certain before: it may be held on for the school by its own time.</summary>
    private static string PlaceAfter(Nomination one, SeminarDetails details, DateTimeOffset now) => one.Place switch
    {
        null => "",
        SignUpState.Waitlisted => " Место в листе ожидания освободится.",
        _ when details.Seats is null => "",
        _ when now < details.StartsAt - SchoolSeats.NotReturnedWithin => " Место пока останется за школой.",
        _ => " Место может достаться другим.",
    };

    internal const string Withdrawn = "Направление отозвано";

    internal static Html Replaced(ReplacementResult result) => Html.Text(result.Nominee!.Place is SignUpOutcome.Waitlisted
        ? "✅ Направлен другой учитель; мест нет, он в листе ожидания" : "✅ Направлен другой учитель, место за ним");

    private static string LeftOut(IReadOnlyList<TeacherToSend> left)
    {
        return left.Count == 0 ? ""
            : $" Здесь нет тех, кто уже записан или в листе ожидания, ведёт мероприятие или дважды отказался: {Named(left)}";
    }

    /// <summary>All of the school are left out.</summary>
    internal static string NobodyMore(SeminarDetails details, SiteZone zone, IReadOnlyList<TeacherToSend> left) =>
        $"Направить больше некого на «{Ellipsis.Cut(details.Title, 100)}», {Russian.Moment(details.StartsAt, zone)}: все учителя вашей " +
        $"школы уже записаны или в листе ожидания, ведут мероприятие или дважды отказались: {Named(left)}";

    private static string Named(IReadOnlyList<TeacherToSend> left) => Russian.AtEnd(Some([.. left.Select(t => FullName.Short(t.Name))]));

    /// <summary>The first of them, and how many more there are.</summary>
    internal static string Some(IReadOnlyList<string> all, string between = ", ") => string.Join(between, all.Take(MostNamed))
        + (all.Count > MostNamed ? $" и ещё {Russian.Number(all.Count - MostNamed)}" : "");
}
