using System.Globalization;

namespace MspBot.Domain;

/// <summary>
/// The chat in which a person is written to: Telegram's own number as it is, a MAX user's number with bit 60 set. So chats of both
/// are one number in tables, locks and queues. Groups have numbers below zero.
/// </summary>
public readonly record struct ChatId(long Value) : IId<ChatId>
{
    private const long MaxBit = 1L << 60;

    public MessengerKind Messenger => Value >= MaxBit ? MessengerKind.Max : MessengerKind.Telegram;

    /// <summary>The number that the messenger itself knows.</summary>
    public long Number => Messenger == MessengerKind.Max ? Value & ~MaxBit : Value;

    /// <summary>The first and the last number that a chat of this messenger can have.</summary>
    public static (ChatId First, ChatId Last) AllOf(MessengerKind messenger) => messenger switch
    {
        MessengerKind.Telegram => (new(long.MinValue), new(MaxBit - 1)),
        MessengerKind.Max => (new(MaxBit), new(long.MaxValue)),
    };

    public static ChatId From(long value) => new(value);

    /// <exception cref="ArgumentOutOfRangeException">No chat of Telegram has such a number.</exception>
    public static ChatId OfTelegram(long number) =>
        number < MaxBit ? new(number) : throw new ArgumentOutOfRangeException(nameof(number));

    /// <exception cref="ArgumentOutOfRangeException">No user of MAX has such a number.</exception>
    public static ChatId OfMax(long user) =>
        user is > 0 and < MaxBit ? new(user | MaxBit) : throw new ArgumentOutOfRangeException(nameof(user));

    /// <summary>The whole number: it stands in keys of notices, which must not change.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Through which messenger a chat is reached.</summary>
public enum MessengerKind
{
    Telegram,
    Max,
}
