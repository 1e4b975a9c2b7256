namespace MspBot.Sandbox;

/// <summary>A line of the menu of commands.</summary>
public sealed record MenuCommand(string Command, string Description);

/// <summary>Menus by scope and language; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class CommandBook
{
    private readonly Dictionary<(string Scope, string Language), IReadOnlyList<MenuCommand>> menus = [];

    public void Set(string scope, string language, IReadOnlyList<MenuCommand> commands)
    {
        if (commands.Count == 0) menus.Remove((scope, language));
        else menus[(scope, language)] = commands;
    }

    public IReadOnlyList<MenuCommand> Exactly(string scope, string language) => menus.GetValueOrDefault((scope, language), []);

    /// <summary>What the app shows: the narrowest scope that has a menu, the person's language before no language.</summary>
    public IReadOnlyList<MenuCommand> Shown(Room room, string? language)
    {
        string[] scopes = room.Person is null
            ? [$"chat:{room.Id}", "all_group_chats", "default"]
            : [$"chat:{room.Id}", "all_private_chats", "default"];
        foreach (var scope in scopes)
        {
            if (menus.TryGetValue((scope, language ?? ""), out var own) || menus.TryGetValue((scope, ""), out own)) return own;
        }

        return [];
    }
}
