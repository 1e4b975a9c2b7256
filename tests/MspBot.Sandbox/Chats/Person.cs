namespace MspBot.Sandbox;

/// <summary>A Telegram account as the bot's side knows it.</summary>
internal sealed class Person(long id, string firstName, string? lastName, string? username, string? language)
{
    public long Id => id;

    public string FirstName => firstName;

    public string? LastName => lastName;

    public string Name => lastName is null ? firstName : $"{firstName} {lastName}";

    public string? Username => username;

    public string? Language => language;

    /// <summary>The bot met the person somewhere, if only in a group.</summary>
    public bool IsSeen { get; set; }

    public bool HasStarted { get; set; }

    public bool HasBlocked { get; set; }

    public bool IsDeactivated { get; set; }

    public bool IsBot { get; init; }

    public byte[] UserJson { get; } = JsonBytes.Write((id, firstName, lastName, username, language), static (w, x) =>
    {
        w.WriteStartObject();
        w.WriteNumber("id"u8, x.id);
        w.WriteBoolean("is_bot"u8, false);
        w.WriteString("first_name"u8, x.firstName);
        if (x.lastName is not null) w.WriteString("last_name"u8, x.lastName);
        if (x.username is not null) w.WriteString("username"u8, x.username);
        if (x.language is not null) w.WriteString("language_code"u8, x.language);
        w.WriteEndObject();
    });

    public byte[] ChatJson { get; } = JsonBytes.Write((id, firstName, lastName, username), static (w, x) =>
    {
        w.WriteStartObject();
        w.WriteNumber("id"u8, x.id);
        w.WriteString("first_name"u8, x.firstName);
        if (x.lastName is not null) w.WriteString("last_name"u8, x.lastName);
        if (x.username is not null) w.WriteString("username"u8, x.username);
        w.WriteString("type"u8, "private"u8);
        w.WriteEndObject();
    });
}
