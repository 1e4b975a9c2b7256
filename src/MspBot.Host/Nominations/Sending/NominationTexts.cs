using MspBot.Data.Nominations;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Sending;

/// <summary>What a nominated teacher reads, and what the head of their school hears of their answer.</summary>
internal static class NominationTexts
{
    internal const string Accept = "Участвовать";
    internal const string CannotCome = "Не могу";
    internal const string NoReason = "Не указывать";
    internal const string BackToQuestion = "← Назад";
    internal const string Answer = "Ответить";
    internal const string Accepted = "Ждём вас";
    internal const string AcceptedInLine = "Запомнили: освободится место — вы записаны";
    internal const string Declined = "Передали руководителю школы";

    /// <summary>The school has no head whom a message reaches.</summary>
    internal const string DeclinedUnheard = "Ответ записан";

    internal static Html WhyNot => Html.Paragraphs(
        Html.Bold("Почему не получается?"),
        Html.Text("Кроме руководителя вашей школы причину не увидит никто. В отчётах отказ по имени не назван."));

    internal static string Choice(DecliningReason reason) => reason switch
    {
        DecliningReason.Lesson => "Урок",
        DecliningReason.KnownTopic => "Уже знаю тему",
        DecliningReason.Other => "Другое",
    };

    internal static string Refused(NominationRefusal because, Nomination? one) => (because, one?.State) switch
    {
        (NominationRefusal.SeminarCancelled, _) => "Мероприятие отменено, отвечать не нужно.",
        (NominationRefusal.HasBegun, _) => "Мероприятие уже началось: ответ больше не нужен.",
        (_, NominationState.Accepted) => "Вы уже ответили, что придёте.",
        (_, NominationState.Declined) => "Вы уже ответили, что не сможете.",
        (_, NominationState.Lapsed) => "Ответа не было вовремя, и место передали тем, кто ждал. Если места есть, запишитесь сами.",
        (_, NominationState.Withdrawn) => "Руководитель школы отозвал это направление.",
        (_, NominationState.Replaced) => "Вместо вас направлен другой учитель.",
        _ => "Такого направления нет.",
    };

    internal static Html Waits(string title, bool isOverdue) => Html.Of(
        $"Вас направили на «{Ellipsis.Cut(title, 100)}»{(isOverdue ? ", срок ответа прошёл" : "")}: ответьте, сможете ли");

    internal static string StoredSent(int count) => $"Направления от школы и ваши ответы: {Russian.Number(count)}";

    internal static string StoredBySelf(int count) => $"Направления, которые сделали вы: {Russian.Number(count)}";

    internal static Html Reminder(Nomination one, SiteZone zone) => one.Place == SignUpState.Waitlisted
        ? Html.Text("⏰ Вас направили сюда, а ответа пока нет. Ответьте, сможете ли.")
        : Html.Of($"⏰ Вас направили сюда, а ответа пока нет. Ответьте до {Html.At(one.AnswerBy, zone)}.");

    internal static Html Lapsed => Html.Text(
        "Ответа не было вовремя, поэтому ваше место передано тем, кто ждал. Если захотите прийти, встаньте в лист ожидания.");

    internal static Html Withdrawn =>
        Html.Text("Руководитель школы отозвал направление: эта запись снята. Если места есть, можно записаться самому.");

    internal static Html Replaced => Html.Text("Вместо вас руководитель школы направил другого учителя: ваша запись снята.");

    /// <summary>To the school's head: who cannot come, why, and what became of the place.</summary>
    internal static Html CannotComeNews(Nomination one, SeminarDetails details, SeatReturnResult left, SiteZone zone) => Html.Paragraphs(
        Html.Text($"❌ {SendingTexts.Name(one)}: не сможет{(one.Reason is { } why ? $" ({SendingTexts.Reason(why)})" : "")}"),
        SendingTexts.Meet(details, zone),
        Html.Text(Place(left, one.School, zone)));

    /// <summary>To the school's head: who cannot come has thought better of it.</summary>
    internal static Html ReturnedNews(Nomination one, SeminarDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Text($"✅ {SendingTexts.Name(one)}: всё-таки придёт"), SendingTexts.Meet(details, zone));

    internal static Html LapsedNews(Nomination one, SeminarDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Text($"{SendingTexts.Name(one)}: ответа не было, место передано тем, кто ждал"), SendingTexts.Meet(details, zone));

    /// <summary>What became of a place that was given back or taken away.</summary>
    internal static string Place(SeatReturnResult left, SchoolId school, SiteZone zone) => left switch
    {
        { Outcome: SeatReturnOutcome.Left { What: SignUpState.Waitlisted } } => "Место в листе ожидания освободилось.",
        { HeldFor: { } other } when other != school => "Место держится за другой школой.",
        { Promoted.Count: > 0, HeldFor: not null } => "Место получил другой учитель вашей школы: он стоял в листе ожидания.",
        { HeldUntil: { } until } => $"Место остаётся за школой до {Russian.Moment(until, zone)}: можно направить другого.",
        { Promoted.Count: > 0 } => "Место получил следующий в листе ожидания.",
        _ => "Место свободно для всех.",
    };
}
