using MspBot.Domain.Log;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>The keys of the log's cards: buttons sent long ago carry them, so they never change.</summary>
internal static class LogLinks
{
    internal const string Log = "log";

    /// <summary>«Кто»; begins with what the log is narrowed to.</summary>
    internal const string Who = "log-who";

    /// <summary>«Журнал действий», for heads.</summary>
    internal static Button Open { get; } = Button.Card(LogTexts.Title, Log, 0);

    /// <summary>«История» of a thing.</summary>
    internal static Button History(LogSubject kind, long id) => Button.Card(LogTexts.History, HistoryOf(kind), id);

    internal static string HistoryOf(LogSubject kind) => $"past-{kind}";
}
