using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.After;

/// <summary>A recipient, as lists and papers name them.</summary>
public sealed record RecipientLine
{
    public PersonId Person { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public string? Name { get; init; }

    public SchoolId? SchoolId { get; init; }

    public string? School { get; init; }

    public string[] Roles { get; init; } = [];

    /// <summary>Null: not known yet.</summary>
    public RecipientOutcome? Outcome { get; init; }

    /// <summary>Of Failed.</summary>
    public FailureReason? Reason { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }
}

/// <summary>Who got a broadcast, who did not, and who has said that they read it.</summary>
public sealed class AfterReader(DbSession session)
{
    /// <summary>On a page of a list.</summary>
    private const int PageSize = 25;

    /// <summary>Whom it did not reach, by school.</summary>
    public Task<Page<RecipientLine>> Missed(BroadcastId id, int number) => Page(id, "r.outcome <> 'Sent'", number);

    /// <summary>Who has pressed «Ознакомлен(а)», by school.</summary>
    public Task<Page<RecipientLine>> Acknowledged(BroadcastId id, int number) => Page(id, "r.acknowledged_at is not null", number);

    /// <summary>All recipients, by school.</summary>
    public Task<IReadOnlyList<RecipientLine>> All(BroadcastId id) => session.Query<RecipientLine>($"{Then} {InOrder}", new { id });

    /// <summary>
    /// Whom the head of the school where they work now can tell: it did not reach them, also not once more, though they want it and it was
    /// not stopped.
    /// </summary>
    public Task<IReadOnlyList<RecipientLine>> ToPassOn(BroadcastId id) => session.Query<RecipientLine>($"""
        {Query("p.school_id")} and r.outcome in ('Blocked', 'Failed') and p.erased_at is null and not exists (
            select from broadcast b
            join broadcast_recipient l on l.broadcast_id = b.id
            where b.again_of = @id and l.person_id = r.person_id and l.outcome = 'Sent')
        {InOrder}
        """, new { id });

    /// <summary>From how many chats it was deleted.</summary>
    public Task<int> Deleted(BroadcastId id) => session.Value<int>(
        "select count(*)::int from broadcast_recipient where broadcast_id = @id and deleted", new { id });

    /// <summary>Whether it has been passed on through schools.</summary>
    public Task<bool> PassedOn(BroadcastId id) => session.Value<bool>("""
        select exists (select from action_log where action = 'BroadcastPassedOn' and subject = 'Broadcast' and subject_id = @id)
        """, new { id });

    private async Task<Page<RecipientLine>> Page(BroadcastId id, string which, int number)
    {
        var rows = await session.Query<RecipientLine>($"{Then} and {which} {InOrder} offset @skip limit @take",
            new { id, skip = Paging.Skip(number, PageSize), take = PageSize + 1 });
        return new([.. rows.Take(PageSize)], number, rows.Count > PageSize);
    }

    /// <summary>Each at the school where they worked then.</summary>
    private static readonly string Then = Query("coalesce(r.school_id, p.school_id)");

    private static string Query(string school) => $"""
        select r.person_id as person, p.chat_id as chat, p.full_name as name, s.id as school_id, s.name as school,
               array(select x.role from person_role x where x.person_id = p.id order by x.role) as roles,
               r.outcome, r.reason, r.at, r.acknowledged_at
        from broadcast_recipient r
        join person p on p.id = r.person_id
        left join school s on s.id = {school}
        where r.broadcast_id = @id
        """;

    private const string InOrder =
        "order by alphabetical(s.name) nulls last, s.id, alphabetical(p.full_name) nulls last, r.person_id";
}
