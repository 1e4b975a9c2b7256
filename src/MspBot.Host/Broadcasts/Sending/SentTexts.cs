using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>What the card of a broadcast says once it was pressed.</summary>
internal static class SentTexts
{
    internal const string Stop = "Остановить рассылку";
    internal const string NotRead = "«Доставлено» значит, что сообщение пришло в чат. Прочитано ли оно, бот не знает.";

    /// <summary>So much of the words stands on the card: the message itself lies in the chats.</summary>
    private const int WordsShown = 600;

    internal static Html Card(BroadcastDetails one, string whom, SiteZone zone, DateTimeOffset now, Html news) => Html.Paragraphs(
        news,
        Html.Bold(Title(one)),
        Html.Text(Ellipsis.Cut(one.Words, WordsShown)),
        Html.Lines(
            one.FileName is { } file ? Html.Of($"Файл: {Ellipsis.Cut(file, 60)}") : default,
            Html.Of($"Кому: {whom}"),
            Html.Of($"Пишет: {(one.ByName is { } name ? FullName.Short(name) : "участник, удаливший данные")}")),
        Stands(one, zone, now));

    private static string Title(BroadcastDetails one) => one.State switch
    {
        BroadcastState.Composed => "Рассылка ещё не отправлена",
        BroadcastState.Waiting => "Рассылка ждёт отправки",
        BroadcastState.Sending => "Рассылка отправляется",
        BroadcastState.Done => "Рассылка отправлена",
        BroadcastState.Stopped => "Рассылка остановлена",
    };

    private static Html Stands(BroadcastDetails one, SiteZone zone, DateTimeOffset now) => one.State switch
    {
        BroadcastState.Composed => default,
        BroadcastState.Waiting => Html.Lines(Html.Text(StartTexts.WillStart(one.StartsAt!.Value, now, zone)),
            Html.Of($"{BroadcastTexts.WillGet(one.Addressed)}.")),
        BroadcastState.Sending => Html.Of($"Отправлено {one.Addressed - one.Open} из {one.Addressed}."),
        _ => Report(one, zone),
    };

    private static Html Report(BroadcastDetails one, SiteZone zone) => Html.Paragraphs(
        Html.Lines(
            Html.Of($"Доставлено {one.Sent} из {one.Addressed}."),
            one.Shown is { } shown && shown != one.Addressed
                ? Html.Of($"При нажатии было {shown}, стало {one.Addressed}.") : default,
            Count("остановлено", one.Stopped),
            Count("отказались от рассылок до отправки", one.OptedOut),
            Count("остановили бота", one.Blocked),
            Count("не успело уйти, можно повторить", one.FailedForNow),
            Count("не доставлено по другой причине", one.Failed - one.FailedForNow),
            one.Open > 0 ? Html.Of($"— ещё не известно: {one.Open}") : default,
            one.Acknowledge ? Html.Of($"Отметили «{BroadcastTexts.Seen}»: {one.Acknowledged}") : default),
        one.State == BroadcastState.Stopped && one.StoppedAt is { } at ? Html.Of($"Остановлена {Html.At(at, zone)}.") : default,
        Html.Text(NotRead));

    private static Html Count(string what, int count) => count == 0 ? default : Html.Of($"— {what}: {count}");
}
