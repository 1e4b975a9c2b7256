namespace MspBot.Sandbox;

/// <summary>Name, descriptions and menu buttons the bot set for itself; guarded by the gate.</summary>
internal sealed class Profile
{
    public Dictionary<string, string> Texts { get; } = [];

    public Dictionary<long, string> MenuButtons { get; } = [];
}
