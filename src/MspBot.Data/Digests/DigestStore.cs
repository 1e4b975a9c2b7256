using System.Text.Json;
using System.Text.Json.Serialization;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Digests;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.Digests;

/// <summary>A digest that was stored, and whether it has gone out.</summary>
public sealed record StoredDigest(long Id, Digest Digest);

/// <summary>
/// Somebody who has a right to the digest at this moment; <paramref name="Chat"/> is null where they have stopped the bot.
/// </summary>
public sealed record DigestRecipient(PersonId Person, ChatId? Chat, bool IsHead, bool IsMethodologist);

/// <summary>Digests as they were made, and who was to get them.</summary>
public sealed class DigestStore(DbSession session)
{
    /// <summary>Which message of a recipient's: the text, the picture, the tables, the report.</summary>
    public const int Messages = 4;

    /// <summary>What can be worked out from the rest is not stored.</summary>
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Whether the recipient <c>r</c> has a right to digests now.</summary>
    private const string Entitled = """
        exists (
            select from person_role o
            where o.person_id = r.person_id
              and (o.role in ('Head', 'Methodologist') or (o.role = 'Observer'
                  and exists (select from digest_wish w where w.person_id = r.person_id))))
        """;

    /// <summary>As it is stored.</summary>
    public static string Write(Digest digest) => JsonSerializer.Serialize(digest, Json);

    public static Digest Read(string text) => JsonSerializer.Deserialize<Digest>(text, Json)!;

    /// <summary>Notes when the site's bot was first started. Safe to run at each start.</summary>
    public Task Begin(DateTimeOffset now) =>
        session.Execute("insert into digest_since (at) values (@now) on conflict do nothing", new { now });

    public Task<DateTimeOffset?> Since() => session.Find<DateTimeOffset?>("select at from digest_since where single");

    /// <summary>
    /// This period's or a later one's; not by the fire time: moving that repeats no week and brings no old one after a new one.
    /// </summary>
    public Task<bool> Has(DigestPeriod period) =>
        session.Value<bool>("select exists (select from digest where kind = @kind and first_day >= @First)",
            new { kind = period.Kind.ToString(), period.First });

    /// <summary>Keeps it; what another instance has kept a moment ago stays.</summary>
    public Task Keep(Digest digest, DateTimeOffset firedAt) => session.Execute("""
        insert into digest (kind, fired_at, first_day, last_day, made_at, body)
        values (@kind, @firedAt, @First, @Last, @MadeAt, @body::jsonb)
        on conflict (kind, first_day) do nothing
        """, new { kind = digest.Kind.ToString(), firedAt, digest.First, digest.Period.Last, digest.MadeAt, body = Write(digest) });

    /// <summary>The oldest that has not gone out, marked as gone in this transaction; what another instance holds is left to it.</summary>
    public async Task<StoredDigest?> TakeUnsent(long id, DateTimeOffset now) => Read(await session.Find<Row>("""
        update digest
        set sent_at = @now
        where id = (select id from digest where id = @id and sent_at is null for update skip locked)
        returning id, body::text as body
        """, new { id, now }));

    /// <summary>Digests that have not gone out.</summary>
    public Task<IReadOnlyList<long>> Unsent() => session.Query<long>("select id from digest where sent_at is null order by id");

    /// <summary>Who has a right to it now. Each row stands for itself.</summary>
    public async Task<IReadOnlyList<DigestRecipient>> AddRecipients(long digest) => [.. (await session.Query<RecipientRow>("""
        with entitled as (
            select p.id, p.chat_id, p.reachable,
                   bool_or(r.role = 'Head') as is_head, bool_or(r.role = 'Methodologist') as is_methodologist
            from person p
            join person_role r on r.person_id = p.id
            where p.erased_at is null
              and (r.role in ('Head', 'Methodologist') or (r.role = 'Observer'
                  and exists (select from digest_wish w where w.person_id = p.id)))
            group by p.id
        ), added as (
            insert into digest_recipient (digest_id, person_id, reachable)
            select @digest, id, reachable from entitled order by id
            on conflict do nothing
            returning person_id
        )
        select e.id as person, case when e.reachable then e.chat_id end as chat, e.is_head, e.is_methodologist
        from entitled e
        join added a on a.person_id = e.id
        order by e.id
        """, new { digest })).Select(r => new DigestRecipient(new(r.Person), r.Chat, r.IsHead, r.IsMethodologist))];

    /// <summary>People who did not get all of the latest digest of this kind and still have a right to it.</summary>
    public Task<IReadOnlyList<long>> Undelivered(PeriodKind kind) => session.Query<long>($"""
        select r.person_id
        from digest_recipient r
        join person p on p.id = r.person_id and p.erased_at is null
        where r.digest_id = (select id from digest where kind = @kind and sent_at is not null order by fired_at desc limit 1)
          and {Entitled}
          and (not r.reachable or exists (
              select from outbox o
              where o.dedup = any(array(
                  select '{NoticeKey.DigestStart}' || r.digest_id || ':' || r.person_id || ':' || n from generate_series(0, @last) n))
                and (o.done_at is null or o.message_id is null)))
        order by r.person_id
        """, new { kind = kind.ToString(), last = Messages - 1 });

    /// <summary>
    /// Periods as they were told: the earlier ones by the latest digest before this period's, this one by its own, if there is one.
    /// </summary>
    public async Task<IReadOnlyList<PeriodFigures>> Told(DigestPeriod period)
    {
        var rows = await session.Query<Row>("""
            select id, body::text as body
            from digest
            where kind = @kind and first_day <= @First
            order by first_day desc
            limit 2
            """, new { kind = period.Kind.ToString(), period.First });
        var digests = rows.Select(row => Read(row)!.Digest).ToList();
        var own = digests.Find(d => d.First == period.First);
        return [.. digests.Find(d => d.First < period.First)?.History ?? [], .. own is null ? Array.Empty<PeriodFigures>()
            : [own.History[^1]]];
    }

    /// <summary>Takes back what was queued for this person and has not left, unless another of their roles entitles them to it.</summary>
    public async Task WithdrawWithoutRight(PersonId person)
    {
        var digests = await session.Query<long>($"""
            select r.digest_id
            from digest_recipient r
            where r.person_id = @person and not {Entitled}
            order by r.digest_id desc
            limit 10
            """, new { person });
        OutboxWriter.Withdraw(session,
            [.. digests.SelectMany(digest => Enumerable.Range(0, Messages).Select(nr => NoticeKey.Digest(digest, person, nr)))]);
    }

    public async Task<StoredDigest?> Find(long id) =>
        Read(await session.Find<Row>("select id, body::text as body from digest where id = @id", new { id }));

    /// <summary>Latest first.</summary>
    public async Task<Page<(long Id, DigestPeriod Period)>> Page(int page) =>
        Paging.Of<(long, DigestPeriod)>([.. (await session.Query<(long Id, string Kind, DateOnly First)>("""
            select id, kind, first_day
            from digest
            order by made_at desc, id desc
            offset @skip limit @take
            """, new { skip = Paging.Skip(page), take = Paging.Take })).Select(r => (r.Id,
                new DigestPeriod(Enum.Parse<PeriodKind>(r.Kind), r.First)))], page);

    /// <summary>Of which periods these are, in one query.</summary>
    public async Task<IReadOnlyDictionary<long, DigestPeriod>> Periods(IReadOnlyCollection<long> ids) =>
        (await session.Query<(long Id, string Kind, DateOnly First)>("select id, kind, first_day from digest where id = any(@ids)",
            new { ids = ids.ToArray() })).ToDictionary(row => row.Id, row => new DigestPeriod(Enum.Parse<PeriodKind>(row.Kind), row.First));

    public Task<bool> IsWanted(PersonId person) =>
        session.Value<bool>("select exists (select from digest_wish where person_id = @person)", new { person });

    public Task SetWanted(PersonId person, bool wanted, DateTimeOffset now) => session.Execute(wanted
        ? "insert into digest_wish (person_id, since) values (@person, @now) on conflict do nothing"
        : "delete from digest_wish where person_id = @person", new { person, now });

    /// <summary>«Иванова М. П.» by number; erased people are missing.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Names(IEnumerable<long> people) =>
        (await session.Query<(long Id, string Name)>("select id, full_name from person where id = any(@ids) and full_name is not null",
            new { ids = people.Distinct().ToArray() }))
        .ToDictionary(p => p.Id, p => FullName.Short(p.Name));

    private static StoredDigest? Read(Row? row) => row is null ? null : new(row.Id, JsonSerializer.Deserialize<Digest>(row.Body, Json)!);

    private sealed record Row
    {
        public long Id { get; init; }
        public string Body { get; init; } = "";
    }

    private sealed record RecipientRow
    {
        public long Person { get; init; }
        public ChatId? Chat { get; init; }
        public bool IsHead { get; init; }
        public bool IsMethodologist { get; init; }
    }
}
