using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Conversations;

/// <summary>
/// A message that shows a card, and who reads it. <paramref name="Message"/> is null while it is not sent: then <paramref name="Row"/>
/// names it.
/// </summary>
public sealed record ShownCard(
    string Shows, long Row, ChatId Chat, string? Message, DateTimeOffset? NotBefore, PersonId Person, IReadOnlyList<Role> Roles);

/// <summary>Finds the messages in which a card stands.</summary>
public static class ShownReader
{
    /// <summary>A bound rather than a rule: in one chat a card is seldom shown so often.</summary>
    private const int MostInChat = 8;

    /// <summary>
    /// The newest messages of each chat that show one of them, whatever was written over since left out. Of somebody who cannot be
    /// reached, or is erased, none.
    /// </summary>
    /// <param name="session">Where to look.</param>
    /// <param name="shows">The cards.</param>
    /// <param name="chats">In these chats only; null: in all.</param>
    public static async Task<IReadOnlyList<ShownCard>> Of(
        DbSession session, IReadOnlyCollection<string> shows, IReadOnlyCollection<ChatId>? chats = null)
    {
        var rows = await session.Query<Row>("""
            with shown as (
                select distinct on (o.chat_id, coalesce(o.message_id, o.replaces_message, 'row ' || o.id))
                       o.id, o.shows, o.chat_id, coalesce(o.message_id, o.replaces_message) as message, o.not_before, o.created_at
                from outbox o
                where o.shows = any(@shows) and o.shows is not null and (@chats::bigint[] is null or o.chat_id = any(@chats))
                  and (o.done_at is null or o.error is null)
                  -- of an edit still to come, the message it edits is found by itself
                  and (o.replaces is null or o.message_id is not null)
                order by o.chat_id, coalesce(o.message_id, o.replaces_message, 'row ' || o.id), o.created_at desc
            ), newest as (
                select s.*, row_number() over (partition by s.chat_id, s.shows order by s.created_at desc) as nr
                from shown s
                where not exists (
                    select from outbox e
                    where e.chat_id = s.chat_id and e.replaces_message = s.message and e.created_at > s.created_at
                      and (e.done_at is null or e.error is null))
            )
            select n.shows, n.id, n.chat_id as chat, n.message, n.not_before, p.id as person,
                   array(select r.role from person_role r where r.person_id = p.id) as roles
            from newest n
            join person p on p.chat_id = n.chat_id and p.reachable
            where n.nr <= @MostInChat
            order by n.chat_id, n.created_at
            """, new { shows = shows.ToArray(), chats = chats?.Select(c => c.Value).ToArray(), MostInChat });
        return [.. rows.Select(r =>
            new ShownCard(r.Shows, r.Id, r.Chat, r.Message, r.NotBefore, r.Person, [.. r.Roles.Select(Enum.Parse<Role>)]))];
    }

    private sealed record Row
    {
        public required string Shows { get; init; }

        public long Id { get; init; }

        public ChatId Chat { get; init; }

        public string? Message { get; init; }

        public DateTimeOffset? NotBefore { get; init; }

        public PersonId Person { get; init; }

        public string[] Roles { get; init; } = [];
    }
}
