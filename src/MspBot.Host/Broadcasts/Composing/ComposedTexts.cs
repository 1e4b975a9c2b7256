using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>What is said until a broadcast is sent.</summary>
internal static class ComposedTexts
{
    internal const string Looks = "Вот как это увидят. Пока ничего никому не ушло.";
    internal const string Changed = "Изменено. Вот как теперь это увидят.";
    internal const string ShowWho = "Показать, кто получит";
    internal const string ToMe = "Отправить себе";
    internal const string SentToMe = "Так это увидят получатели.";
    internal const string AskMark = "☐ Просить отметку";
    internal const string MarkAsked = "☑ Просить отметку";
    internal const string Change = "Изменить";
    internal const string Cancel = "Отмена";
    internal const string Dropped = "Рассылка отменена: никому ничего не ушло.";
    internal const string WhatToChange = "Что изменить в рассылке?";
    internal const string Whom = "Кому";
    internal const string Words = "Текст";
    internal const string More = "Вложение";
    internal const string NotGiven =
        "Рассылки вам пока не разрешены. Их включает руководитель площадки на вашей карточке: /people.";
    internal const string NoneYet =
        "Рассылок ещё не было. Новая рассылка уйдёт, только когда вы увидите её целиком и нажмёте «Отправить».";
    internal const string WhoGets = "Кто получит";

    /// <summary>Of the words, where the message itself is not above.</summary>
    private const int Begins = 200;

    internal static string Send(int gets) => $"Отправить: {Russian.Number(gets)}";

    internal static string SendAnyway(int gets) => $"Всё равно отправить: {Russian.Number(gets)}";

    internal static Html Card(
        BroadcastDetails one, AudienceCount count, string whom, DateTimeOffset? quietUntil, DateTimeOffset now, SiteZone zone,
        WorkingCalendar calendar) => Html.Paragraphs(
        Html.Bold("Рассылка ещё не отправлена"),
        Html.Of($"«{Ellipsis.Cut(one.Words, Begins)}»"),
        Html.Lines(
            Html.Of($"Кому: {whom}"),
            one.FileName is { } file ? Html.Of($"Файл: {Ellipsis.Cut(file, 60)}") : default),
        Html.Lines(
            count.Gets == 0 ? Html.Text("Сейчас получать некому. Нажмите «Изменить» и выберите, кому написать.")
                : Html.Text($"{BroadcastTexts.WillGet(count.Gets)} из {BroadcastTexts.OfSchools(count.Schools)}."),
            Misses(count),
            count.Gets == 0 ? default : Html.Text(quietUntil is { } starts
                ? StartTexts.Quiet(starts, now, zone, calendar)
                : "Уйдёт через 2 минуты после нажатия: за это время можно остановить."),
            one.Acknowledge ? Html.Text($"Под сообщением будет кнопка «{BroadcastTexts.Seen}».") : default));

    /// <summary>«Не получат: 9 остановили бота, 3 выключили рассылки.»</summary>
    private static Html Misses(AudienceCount count)
    {
        var blocked = $"{Russian.Number(count.Blocked)} {Russian.Plural(count.Blocked, "остановил", "остановили", "остановили")} бота";
        var off = $"{Russian.Number(count.Off)} {Russian.Plural(count.Off, "выключил", "выключили", "выключили")} рассылки";
        return (count.Blocked, count.Off) switch
        {
            (0, 0) => default,
            (_, 0) => Html.Text($"Не {Get(count.Blocked)}: {blocked}."),
            (0, _) => Html.Text($"Не {Get(count.Off)}: {off}."),
            _ => Html.Text($"Не получат: {blocked}, {off}."),
        };
    }

    private static string Get(int count) => Russian.Plural(count, "получит", "получат", "получат");

    internal static Html Question(
        SendQuestion question, SendPress press, SendCounts counts, DateTimeOffset at, DateTimeOffset now, SiteZone zone) => question switch
        {
            SendQuestion.Another => Html.Text(
                $"Было {Russian.Number(press.Shown)}, стало {Russian.Number(counts.Gets)}. Отправить?"),
            SendQuestion.SameWords => Html.Text(
                $"Такой же текст ушёл {Day(at, now, zone)} этим же людям{Of(counts.SameWords, counts.Gets)}. Отправить ещё раз?"),
            SendQuestion.WrittenLately => Html.Text(
                $"{(zone.DayOf(at) == zone.DayOf(now) ? "Сегодня" : "За последние сутки")} этим людям уже писали: " +
                $"{Russian.Number(counts.Lately)} из {Russian.Number(counts.Gets)}. Отправить всё равно?"),
        };

    private static string Day(DateTimeOffset at, DateTimeOffset now, SiteZone zone) =>
        (zone.DayOf(now).DayNumber - zone.DayOf(at).DayNumber) switch
        {
            0 => "сегодня",
            1 => "вчера",
            _ => Russian.Day(zone.DayOf(at)),
        };

    private static string Of(int some, int all) => some == all ? "" : $": {Russian.Number(some)} из {Russian.Number(all)}";

    internal static string TooLong(int signs) =>
        $"Текст длиннее {Russian.Number(BroadcastBounds.Words)} знаков ({Russian.Number(signs)}). Сократите или приложите файлом.";
}
