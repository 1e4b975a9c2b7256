namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What a button in a dialog can carry besides an option's number.</summary>
internal static class Controls
{
    internal const string Back = "b";
    internal const string Cancel = "x";
    internal const string Skip = "s";

    /// <summary>«Готово» after ticking several.</summary>
    internal const string Ready = "d";

    /// <summary>Followed by an option's number: tick it, or take the tick away. Both may come twice.</summary>
    internal const char Tick = 't';
    internal const char Untick = 'u';

    /// <summary>
    /// Followed by how many options are found, or typed and by nothing: tick them all, or take their ticks away. Both may come twice.
    /// </summary>
    internal const char TickAll = 'A';
    internal const char UntickAll = 'U';

    /// <summary>Followed by the page's number.</summary>
    internal const char Page = 'p';

    /// <summary>«Показать все»: the search is over.</summary>
    internal const string All = "a";

    /// <summary>Followed by the name of another face of the question; nothing after it: its first face.</summary>
    internal const char Face = 'g';

    /// <summary>The face of a summary that lists the answers to change.</summary>
    internal const string Change = "edit";

    /// <summary>A cell that says something and does nothing.</summary>
    internal const string Nothing = "-";
}
