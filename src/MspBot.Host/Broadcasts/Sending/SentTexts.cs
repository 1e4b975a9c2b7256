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

    /// <summary>«Остановить уже нельзя: отправлены все 214.»</summary>
    internal static string AllSent(BroadcastDetails one) => $"Остановить уже нельзя: отправлены все {Russian.Number(one.Addressed)}.";

    /// <summary>To the other heads, when its writer may not write to many any more.</summary>
    internal static Html Halted(BroadcastDetails one) => Html.Paragraphs(
        Html.Bold("Рассылка остановлена"),
        Html.Of($"«{Ellipsis.Cut(one.Words, 200)}»"),
        Html.Text("Тот, кто её готовил, больше не может делать рассылки, поэтому она остановлена. " + Stopped(one)));

    /// <summary>To its writer, when the meeting whose card it carries was cancelled.</summary>
    internal static Html HaltedByMeeting(BroadcastDetails one) => Html.Paragraphs(
        Html.Bold("Рассылка остановлена"),
        Html.Of($"«{Ellipsis.Cut(one.Words, 200)}»"),
        Html.Text("К ней приложено мероприятие, которое отменили, поэтому она остановлена. " + Stopped(one)));

    /// <summary>What hangs on a role that is about to be taken.</summary>
    internal static string Hanging(int count) =>
        $"Рассылки, которые ещё не ушли целиком и остановятся: {Russian.Number(count)}";

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
        BroadcastState.Waiting => Html.Lines(
            Html.Text(StartTexts.WillStart(one.StartsAt!.Value, now, zone)),
            Html.Text($"{BroadcastTexts.WillGet(one.Addressed)}."), Grown(one)),
        BroadcastState.Sending => Html.Text(
            $"Отправлено {Russian.Number(one.Addressed - one.Open)} из {Russian.Number(one.Addressed)}."),
        _ => Report(one, zone),
    };

    private static Html Report(BroadcastDetails one, SiteZone zone)
    {
        var missed = Html.Lines(
            Count("отказались от рассылок до отправки", one.OptedOut),
            Count("остановили бота", one.Blocked),
            Count("не успело уйти, можно повторить", one.FailedForNow),
            Count("не доставлено по другой причине", one.Failed - one.FailedForNow),
            Count("ещё не известно", one.Open));
        return Html.Paragraphs(
            Html.Lines(
                one.State == BroadcastState.Stopped ? Html.Text(Stopped(one))
                    : Html.Text($"Доставлено {Russian.Number(one.Sent)} из {Russian.Number(one.Addressed)}."),
                one.State == BroadcastState.Stopped && one.StoppedAt is { } at ? Html.Of($"Остановлена {Html.At(at, zone)}.") : default,
                Grown(one)),
            missed.IsEmpty ? default : Html.Lines(Html.Text("Не доставлено:"), missed),
            one.Acknowledge ? Html.Text($"Нажали «{BroadcastTexts.Seen}»: {Russian.Number(one.Acknowledged)}.") : default,
            one.Sent > 0 ? Html.Text(NotRead) : default);
    }

    /// <summary>«57 уже отправлены, 157 остановлены.»</summary>
    private static string Stopped(BroadcastDetails one) =>
        (one.Sent == 0 && one.Open == 0 ? "Никому не ушло, "
            : $"{Russian.Number(one.Sent)} уже {Russian.Plural(one.Sent, "отправлено", "отправлены", "отправлены")}, ") +
        $"{Russian.Number(one.Stopped)} {Russian.Plural(one.Stopped, "остановлено", "остановлены", "остановлены")}.";

    /// <summary>A difference too small to be asked about.</summary>
    private static Html Grown(BroadcastDetails one) => one.Shown is { } shown && shown != one.Addressed
        ? Html.Text($"Перед отправкой было {Russian.Number(shown)}, стало {Russian.Number(one.Addressed)}.") : default;

    private static Html Count(string what, int count) => count == 0 ? default : Html.Of($"— {what}: {count}");
}
