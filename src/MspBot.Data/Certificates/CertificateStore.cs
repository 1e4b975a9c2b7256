using System.Buffers.Text;
using System.Security.Cryptography;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Certificates;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Certificates;

/// <summary>What asking for a certificate led to.</summary>
public sealed record CertificateResult(CertificateDetails? Details, CertificateRefusal? Refusal);

/// <summary>
/// Issues certificates, under the lock of their owner's row: asked for twice at once, there is one number. Asked for again,
/// the same number is printed as it is today; what is printed otherwise than before is a new edition.
/// </summary>
public sealed class CertificateStore(DbSession session)
{
    /// <param name="person">Whose it is.</param>
    /// <param name="seminar">What they came to.</param>
    /// <param name="feedbackGiven">Whether they filed feedback on it or declined to.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="year">The site's, of which the number is.</param>
    public async Task<CertificateResult> IssueAttended(PersonId person, SeminarId seminar, bool feedbackGiven, DateTimeOffset now, int year)
    {
        if (await Facts(person, seminar) is not { } facts) return new(null, CertificateRefusal.NoSuchSeminar);
        return CertificateRules.Attended(facts.Seminar, facts.Came, feedbackGiven, now) is { } refusal
            ? new(null, refusal)
            : await Print(person, CertificateKind.Attended, seminar, null, new(0, 0, 0), now, year);
    }

    public async Task<CertificateResult> IssueLed(PersonId person, SeminarId seminar, DateTimeOffset now, int year)
    {
        if (await Facts(person, seminar) is not { } facts) return new(null, CertificateRefusal.NoSuchSeminar);
        return CertificateRules.Led(facts.Seminar, facts.IsLeader, facts.PeopleCame, now) is { } refusal
            ? new(null, refusal)
            : await Print(person, CertificateKind.Led, seminar, null, new(0, 0, 0), now, year);
    }

    /// <param name="person">The tutor.</param>
    /// <param name="isTutor">Whether they are one now.</param>
    /// <param name="period">Its days are the site's.</param>
    /// <param name="from">When its first day begins.</param>
    /// <param name="to">When its last one has ended.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="year">The site's, of which the number is.</param>
    public async Task<CertificateResult> IssueTutored(
        PersonId person, bool isTutor, CertificatePeriod period, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, int year)
    {
        await Lock(person);
        var work = await Work(person, from, to, now);
        return CertificateRules.Tutored(isTutor, work) is { } refusal
            ? new(null, refusal)
            : await Print(person, CertificateKind.Tutored, null, period, work, now, year);
    }

    /// <summary>Withdraws a certificate. Null when it is already withdrawn or does not exist.</summary>
    public Task<CertificateDetails?> Withdraw(CertificateId id, string reason, PersonId by, DateTimeOffset now) => Changed(id, """
        update certificate
        set withdrawn_at = @now, withdrawn_by = @by, withdrawn_reason = @reason
        where id = @id and withdrawn_at is null
        """, new { id, reason, by, now });

    /// <summary>
    /// Restores a withdrawn certificate and takes back unsent news of its withdrawal. Null when it is valid or does not exist.
    /// </summary>
    public async Task<CertificateDetails?> GiveBack(CertificateId id)
    {
        if (await CertificateQuery.Find(session, "c.id = @id and c.withdrawn_at is not null for no key update of c",
            new { id }) is not { } withdrawn) return null;
        OutboxWriter.Withdraw(session, NoticeKey.CertificateWithdrawn(withdrawn.Id, withdrawn.WithdrawnAt!.Value));
        return await Changed(id, "update certificate set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where id = @id",
            new { id });
    }

    /// <summary>Certificates stay, to be checked; the name in them goes, and words about its owner.</summary>
    public async Task Erase(PersonId person, ChatId chat)
    {
        await session.Execute("update certificate set name = null, withdrawn_reason = null where person_id = @person", new { person });
        await session.Execute("delete from certificate_guess where chat_id = @chat", new { chat });
    }

    private async Task<CertificateDetails?> Changed(CertificateId id, string sql, object args) =>
        await session.Execute(sql, args) == 0 ? null : await CertificateQuery.Find(session, "c.id = @id", new { id });

    private Task<bool> Lock(PersonId person) =>
        session.Value<bool>("select true from person where id = @person for no key update", new { person });

    private async Task<SeminarFacts?> Facts(PersonId person, SeminarId seminar)
    {
        await Lock(person);
        return await session.Find<SeminarFacts>($"""
            select s.state, s.starts_at, s.ends_at, coalesce(s.leader_id = @person, false) as is_leader,
                   case when {AttendanceReader.IsMarked} then exists (
                       select from sign_up m where m.seminar_id = s.id and m.person_id = @person and m.state = 'Confirmed'
                           and m.came) end as came,
                   (select count(*) from sign_up m where m.seminar_id = s.id and m.state = 'Confirmed' and m.came
                       and m.person_id <> @person)::int as people_came
            from seminar s
            where s.id = @seminar
            """, new { person, seminar });
    }

    /// <summary>A consultation took as long as the journal says, else as long as was agreed.</summary>
    private async Task<TutorWork> Work(PersonId person, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
        (await session.Find<TutorWork>("""
        with consulted as (
            select coalesce(j.minutes, extract(epoch from c.ends_at - c.starts_at) / 60) as minutes
            from consultation c
            left join journal_entry j on j.consultation_id = c.id and j.held
            where c.tutor_id = @person and c.state = 'Held' and c.starts_at >= @from and c.starts_at < @to
        ), led as (
            select extract(epoch from s.ends_at - s.starts_at) / 60 as minutes
            from seminar s
            where s.leader_id = @person and s.state = 'Published' and s.ends_at <= @now and s.starts_at >= @from and s.starts_at < @to
              and exists (select from sign_up m where m.seminar_id = s.id and m.state = 'Confirmed' and m.came and m.person_id <> @person)
        )
        select (select count(*) from consulted)::int as consultations, (select count(*) from led)::int as meetings,
               (coalesce((select sum(minutes) from consulted), 0) + coalesce((select sum(minutes) from led), 0))::int as minutes
        """, new { person, from, to, now }))!;

    private async Task<CertificateResult> Print(
        PersonId person, CertificateKind kind, SeminarId? seminar, CertificatePeriod? period, TutorWork work, DateTimeOffset now, int year)
    {
        var what = new
        {
            person,
            kind = kind.ToString(),
            seminar,
            first = period?.First,
            last = period?.Last,
            work.Consultations,
            work.Meetings,
            work.Minutes,
            now,
            year,
            code = NewCode()
        };
        var known = await Known(what);
        if (known is null)
        {
            await session.Execute(Insert, what);
            return new(await Known(what), null);
        }
        if (known.WithdrawnAt is not null) return new(known, CertificateRefusal.Withdrawn);
        return new(await session.Execute(Renew, what) == 0 ? known : await Known(what), null);
    }

    private Task<CertificateDetails?> Known(object what) => CertificateQuery.Find(session, """
        c.person_id = @person and c.kind = @kind
          and (c.seminar_id = @seminar or @seminar is null and c.first_day = @first and c.last_day = @last)
        """, what);

    private static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CertificateCode.Bytes));

    private const string Insert = """
        with number as (
            insert into certificate_year as y (year, last) values (@year, 1)
            on conflict (year) do update set last = y.last + 1
            returning last
        )
        insert into certificate (year, in_year, code, kind, person_id, seminar_id, first_day, last_day, consultations, meetings, minutes,
            name, head_id, issued_at, printed_at)
        select @year, number.last, @code, @kind, p.id, @seminar, @first, @last, @Consultations, @Meetings, @Minutes, p.full_name, (
                   select r.person_id from person_role r where r.role = 'Head' order by r.granted_at, r.person_id limit 1
               ), @now, @now
        from person p, number
        where p.id = @person and p.full_name is not null
        """;

    private const string Renew = """
        update certificate c
        set edition = edition + 1, name = p.full_name, consultations = @Consultations, meetings = @Meetings, minutes = @Minutes,
            printed_at = @now,
            head_id = (select r.person_id from person_role r where r.role = 'Head' order by r.granted_at, r.person_id limit 1)
        from person p
        where c.person_id = @person and c.kind = @kind and p.id = c.person_id and p.full_name is not null
          and (c.seminar_id = @seminar or @seminar is null and c.first_day = @first and c.last_day = @last)
          and (c.name, c.consultations, c.meetings, c.minutes) is distinct from (p.full_name, @Consultations, @Meetings, @Minutes)
        """;

    private sealed record SeminarFacts
    {
        public SeminarState State { get; init; }

        public DateTimeOffset StartsAt { get; init; }

        public DateTimeOffset EndsAt { get; init; }

        public bool IsLeader { get; init; }

        public bool? Came { get; init; }

        public int PeopleCame { get; init; }

        public Seminar Seminar => new(State, StartsAt, EndsAt, null);
    }
}
