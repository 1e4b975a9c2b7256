using System.Text.Json;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Broadcasts;

/// <summary>Messages to many, as they stand.</summary>
public sealed class BroadcastReader(DbSession session)
{
    /// <summary>Null: there is none.</summary>
    public async Task<BroadcastDetails?> Find(BroadcastId id) => (await session.Find<Row>($"{Query} where b.id = @id", new { id }))?.Read();

    /// <summary>The newest first: what this person writes, or all that anybody has sent.</summary>
    public async Task<Page<BroadcastDetails>> Page(PersonId person, bool others, int number)
    {
        var rows = await session.Query<Row>($"""
            {Query}
            where b.by_person = @person or (@others and b.state <> 'Composed')
            order by coalesce(b.pressed_at, b.created_at) desc, b.id desc
            offset @skip limit @take
            """, new { person, others, skip = Paging.Skip(number), take = Paging.Take });
        return Paging.Of([.. rows.Select(row => row.Read())], number);
    }

    /// <summary>What each of these says.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Words(IReadOnlyCollection<long> ids) =>
        (await session.Query<(long Id, string Words)>("select id, words from broadcast where id = any(@ids)", new { ids = ids.ToArray() }))
            .ToDictionary(row => row.Id, row => row.Words);

    private const string Query = """
        select b.id, b.by_person, p.full_name as by_name, b.audience::text as audience, b.words, b.words_version,
               b.file_id as file, f.reference, f.name as file_name, b.seminar_id as seminar, b.acknowledge, b.state, b.version, b.again_of,
               b.shown, b.created_at, b.pressed_at, b.starts_at, b.stopped_at, b.done_at, b.deleted_at, r.recipients, r.sent,
               r.blocked, r.blocked_before, r.failed, r.failed_for_now, r.stopped, r.opted_out, r.acknowledged
        from broadcast b
        join person p on p.id = b.by_person
        left join stored_file f on f.id = b.file_id
        cross join lateral (
            select count(*)::int as recipients,
                   count(*) filter (where outcome = 'Sent')::int as sent,
                   count(*) filter (where outcome = 'Blocked')::int as blocked,
                   count(*) filter (where outcome = 'Blocked' and r.at = b.pressed_at)::int as blocked_before,
                   count(*) filter (where outcome = 'Failed')::int as failed,
                   count(*) filter (where outcome = 'Failed' and reason = 'NotInTime')::int as failed_for_now,
                   count(*) filter (where outcome = 'Stopped')::int as stopped,
                   count(*) filter (where outcome = 'OptedOut')::int as opted_out,
                   count(*) filter (where acknowledged_at is not null)::int as acknowledged
            from broadcast_recipient r
            where r.broadcast_id = b.id
        ) r
        """;

    private sealed record Row
    {
        public BroadcastId Id { get; init; }
        public PersonId ByPerson { get; init; }
        public string? ByName { get; init; }
        public required string Audience { get; init; }
        public required string Words { get; init; }
        public int WordsVersion { get; init; }
        public StoredFileId? File { get; init; }
        public string? Reference { get; init; }
        public string? FileName { get; init; }
        public SeminarId? Seminar { get; init; }
        public bool Acknowledge { get; init; }
        public BroadcastState State { get; init; }
        public int Version { get; init; }
        public BroadcastId? AgainOf { get; init; }
        public int? Shown { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? PressedAt { get; init; }
        public DateTimeOffset? StartsAt { get; init; }
        public DateTimeOffset? StoppedAt { get; init; }
        public DateTimeOffset? DoneAt { get; init; }
        public DateTimeOffset? DeletedAt { get; init; }
        public int Recipients { get; init; }
        public int Sent { get; init; }
        public int Blocked { get; init; }
        public int BlockedBefore { get; init; }
        public int Failed { get; init; }
        public int FailedForNow { get; init; }
        public int Stopped { get; init; }
        public int OptedOut { get; init; }
        public int Acknowledged { get; init; }

        internal BroadcastDetails Read() => new()
        {
            Id = Id,
            ByPerson = ByPerson,
            ByName = ByName,
            Audience = JsonSerializer.Deserialize<Audience>(Audience)!,
            Words = Words,
            WordsVersion = WordsVersion,
            File = File,
            Reference = Reference,
            FileName = FileName,
            Seminar = Seminar,
            Acknowledge = Acknowledge,
            State = State,
            Version = Version,
            AgainOf = AgainOf,
            Shown = Shown,
            CreatedAt = CreatedAt,
            PressedAt = PressedAt,
            StartsAt = StartsAt,
            StoppedAt = StoppedAt,
            DoneAt = DoneAt,
            DeletedAt = DeletedAt,
            Recipients = Recipients,
            Sent = Sent,
            Blocked = Blocked,
            BlockedBefore = BlockedBefore,
            Failed = Failed,
            FailedForNow = FailedForNow,
            Stopped = Stopped,
            OptedOut = OptedOut,
            Acknowledged = Acknowledged,
        };
    }
}
