namespace MspBot.Sandbox;

/// <summary>How the sandbox behaves; the defaults suit tests.</summary>
public sealed record BotApiOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public string Token { get; init; } = "7234567890:AAEsandbox-Token_only_for_tests0000";

    public string BotUsername { get; init; } = "msp_sandbox_bot";

    public string BotName { get; init; } = "Песочница";

    /// <summary>Dates, the life of updates and presses, rate limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Waits of the wire: held polls, conflicts, webhook pauses. Apart, so that a story whose clock stands still does not hang.
    /// </summary>
    public TimeProvider WireTime { get; init; } = TimeProvider.System;

    /// <summary>Telegram's rate limits; may be switched at run time with <see cref="Flood.Enabled"/>.</summary>
    public bool FloodControl { get; init; }

    /// <summary>Off in benchmarks: neither calls nor the steps of chats are remembered.</summary>
    public bool KeepJournal { get; init; } = true;

    /// <summary>The newest calls that stay in the journal.</summary>
    public int JournalSize { get; init; } = 20_000;

    /// <summary>As a self-hosted server with --local: webhooks may be http, on any port and on 127.0.0.1.</summary>
    public bool LocalMode { get; init; } = true;

    /// <summary>Older messages of a chat are forgotten, so that a long run has a bounded memory.</summary>
    public int MaxMessagesPerChat { get; init; } = 1_000;

    /// <summary>Messages of every chat are numbered from here; null: from a small number that differs from chat to chat.</summary>
    public Func<int>? FirstMessageId { get; init; }

    /// <summary>Files kept in memory; the oldest go first.</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;

    /// <summary>Not published by Telegram: answers after 10 to 20 seconds are reported to fail.</summary>
    public TimeSpan CallbackAnswerWindow { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long visitors wait for the bot, in real time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Seed of everything random: the first update id, file ids.</summary>
    public int? Seed { get; init; }
}
