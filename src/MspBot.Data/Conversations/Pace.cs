using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>How many messages a second a messenger takes from one bot, over all its processes.</summary>
public sealed record Pace(MessengerKind Messenger, int PerSecond)
{
    /// <summary>As it is stored.</summary>
    internal string Name { get; } = Messenger.ToString();

    /// <summary>How long one message takes up the allowance.</summary>
    public TimeSpan Interval => Of(1);

    /// <summary>The parameters of <see cref="OutboxStore.SpendSql"/>.</summary>
    internal NpgsqlParameter[] Spending(int messages) =>
        [new NpgsqlParameter<TimeSpan> { TypedValue = Of(messages) }, new NpgsqlParameter<string> { TypedValue = Name }];

    private TimeSpan Of(int messages) => TimeSpan.FromSeconds((double)messages / PerSecond);
}
