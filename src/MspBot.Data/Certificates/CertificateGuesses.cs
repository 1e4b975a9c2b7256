using MspBot.Data.Postgres;

namespace MspBot.Data.Certificates;

/// <summary>Counts wrong codes and allows a few per chat and hour, so that codes cannot be guessed one by one.</summary>
public sealed class CertificateGuesses(DbSession session)
{
    public const int Most = 20;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public Task<bool> TooMany(ChatId chat, DateTimeOffset now) => session.Value<bool>(
        "select exists (select from certificate_guess where chat_id = @chat and since > @begin and wrong >= @Most)",
        new { chat, begin = now - Window, Most });

    /// <summary>One more.</summary>
    public Task Wrong(ChatId chat, DateTimeOffset now) => session.Execute("""
        insert into certificate_guess as g (chat_id, since, wrong) values (@chat, @now, 1)
        on conflict (chat_id) do update
        set since = case when g.since <= @begin then @now else g.since end,
            wrong = case when g.since <= @begin then 1 else g.wrong + 1 end
        """, new { chat, now, begin = now - Window });

    /// <summary>Deletes guesses older than an hour, which no longer count, so that strangers' chats are not kept.</summary>
    public Task Forget(DateTimeOffset now) =>
        session.Execute("delete from certificate_guess where since <= @begin", new { begin = now - Window });
}
