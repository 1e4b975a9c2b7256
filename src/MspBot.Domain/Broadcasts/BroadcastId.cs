namespace MspBot.Domain.Broadcasts;

/// <summary>One message to many.</summary>
public readonly record struct BroadcastId(long Value) : IId<BroadcastId>
{
    public static BroadcastId From(long value) => new(value);
}
