namespace MspBot.Host.Broadcasts;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class BroadcastLinks
{
    /// <summary>The command, and the card it shows: what was sent, and «Новая рассылка».</summary>
    internal const string Broadcasts = "broadcast";

    /// <summary>One; the number is its own.</summary>
    internal const string Broadcast = "bb";
    internal const string New = "broadcast-new";
    internal const string Change = "broadcast-change";

    /// <summary>«Показать, кто получит»; the number is the broadcast, the argument the page.</summary>
    internal const string Recipients = "br";

    /// <summary>«Кто не получил»; the number is the broadcast, the argument the page.</summary>
    internal const string Missed = "bm";
    internal const string Correct = "broadcast-correct";

    /// <summary>What is done to one that has gone, and its papers; the number is the broadcast.</summary>
    internal const string Deeds = "bde";

    /// <summary>Who has pressed «Ознакомлен(а)»; the number is the broadcast, the argument the page.</summary>
    internal const string Acknowledged = "ba";

    /// <summary>«Разрешить рассылки»; the number is the methodologist.</summary>
    internal const string Right = "brt";

    /// <summary>What a recipient presses under the message itself; the number is the broadcast.</summary>
    internal const string Received = "bx";

    /// <summary>«Мои темы» of the one who speaks, and what is pressed under a message of topics.</summary>
    internal const string MyTopics = "bt";

    /// <summary>What one was told of one's topics; the argument is the page.</summary>
    internal const string TopicNews = "btn";

    /// <summary>The topics of a meeting; the number is the seminar.</summary>
    internal const string MeetingTopics = "bmt";
}
