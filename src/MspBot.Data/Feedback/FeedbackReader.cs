using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>A meeting as one person who may give feedback on it sees it.</summary>
public sealed record MeetingDetails
{
    public MeetingKind Kind { get; init; }

    public long Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public bool TookPlace { get; init; }

    public bool Came { get; init; }

    public bool Led { get; init; }

    /// <summary>Whether the meeting concerns this person: they have a place in it, lead it, or asked for it.</summary>
    public bool Concerned { get; init; }

    /// <summary>They want not to be asked about it, or about anything.</summary>
    public bool Declined { get; init; }

    /// <summary>Whether one more question is still to come.</summary>
    public bool NudgeAhead { get; init; }

    public Meeting Meeting => new(Kind, Id);

    public Occasion Occasion => new(TookPlace, EndsAt, Came, Led);
}

/// <summary>What one person has filed of one meeting.</summary>
public sealed record Filed
{
    public int Rating { get; init; }

    public int Usefulness { get; init; }

    public string? WillUse { get; init; }

    public string? WasMissing { get; init; }

    /// <summary>Whether they chose to show their name.</summary>
    public bool Named { get; init; }

    public DateOnly FiledOn { get; init; }

    public bool AppliedAsked { get; init; }

    public Applied? Applied { get; init; }

    public Marks Marks => new(Rating, Usefulness);

    public bool HasWords => WillUse is not null || WasMissing is not null;
}

/// <summary>Somebody and a meeting they came to.</summary>
public sealed record AttendedMeeting
{
    public MeetingKind Kind { get; init; }

    public long Id { get; init; }

    public PersonId Person { get; init; }

    /// <summary>Null: cannot be told.</summary>
    public ChatId? Chat { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public Meeting Meeting => new(Kind, Id);
}

/// <summary>What a person may speak of, and what they have said.</summary>
public sealed class FeedbackReader(DbSession session, FeedbackBox box, AuthorKey key)
{
    /// <summary>Null when there is no such meeting. What it is called is for those who may see it.</summary>
    public Task<MeetingDetails?> Details(Meeting meeting, PersonId person) => session.Find<MeetingDetails>($"""
        select @kind as kind, m.*, coalesce(r.declined, false) or q.quiet as declined,
               coalesce(r.asked_on is not null and not r.nudged, false) and not q.quiet and q.reminders as nudge_ahead
        from ({(meeting.Kind == MeetingKind.Seminar ? SeminarOf : ConsultationOf)}) m
        left join feedback_request r on r.person_id = @person and r.kind = @kind and r.meeting = m.id
        cross join (
            select exists (select from feedback_quiet where person_id = @person) as quiet,
                   coalesce((select reminders from person where id = @person), false) as reminders
        ) q
        """, new { kind = meeting.Kind.ToString(), id = meeting.Id, person });

    public Task<bool> IsQuiet(PersonId person) =>
        session.Value<bool>("select exists (select from feedback_quiet where person_id = @person)", new { person });

    private const string SeminarOf = """
        select s.id, s.title, s.starts_at, s.ends_at, s.state = 'Published' as took_place, coalesce(s.leader_id = @person, false) as led,
               exists (select from sign_up u where u.seminar_id = s.id and u.person_id = @person and u.state = 'Confirmed'
                   and u.came) as came,
               coalesce(s.leader_id = @person, false) or exists (
                   select from sign_up u where u.seminar_id = s.id and u.person_id = @person and u.state <> 'Cancelled') as concerned
        from seminar s
        where s.id = @id and s.state <> 'Draft'
        """;

    private const string ConsultationOf = """
        select c.id, c.topic as title, c.starts_at, c.ends_at, c.state = 'Held' as took_place, coalesce(c.tutor_id = @person, false) as led,
               coalesce(c.teacher_id = @person, false) and c.kind = 'Individual' or exists (
                   select from consultation_member u where u.consultation_id = c.id and u.person_id = @person
                       and u.state = 'Agreed') as came,
               coalesce(c.tutor_id = @person, false) or coalesce(c.teacher_id = @person, false) or exists (
                   select from consultation_member u where u.consultation_id = c.id and u.person_id = @person) as concerned
        from consultation c
        where c.id = @id and c.starts_at is not null
        """;

    /// <summary>What they have filed, whether it has come into a view or not.</summary>
    public async Task<Filed?> Filed(Meeting meeting, PersonId person) => await box.Find(meeting, person) is not { } answer ? null : new()
    {
        Rating = answer.Marks.Rating,
        Usefulness = answer.Marks.Usefulness,
        WillUse = answer.WillUse,
        WasMissing = answer.WasMissing,
        Named = answer.Named,
        FiledOn = answer.FiledOn,
        Applied = answer.Applied,
        AppliedAsked = await session.Value<bool>("select exists (select from feedback_asked where token = @token)",
            new { token = key.Asked(key.Author(person, meeting)) }),
    };

    /// <summary>What a person came to and was not tired of being asked about, the latest first; also what they have filed.</summary>
    public Task<IReadOnlyList<AttendedMeeting>> Lately(PersonId person, DateTimeOffset since, DateTimeOffset now) =>
        session.Query<AttendedMeeting>("""
        select c.kind, c.meeting as id, c.person_id as person, c.title, c.starts_at
        from came_to c
        left join feedback_request r on r.person_id = c.person_id and r.kind = c.kind and r.meeting = c.meeting
        where c.person_id = @person and c.ends_at > @since and c.ends_at <= @now and r.declined is not true
        order by c.ends_at desc, c.kind, c.meeting
        """, new { person, since, now });

    /// <summary>Those who have not filed.</summary>
    public async Task<IReadOnlyList<AttendedMeeting>> Unfiled(IReadOnlyList<AttendedMeeting> all)
    {
        var filed = await WhoFiled([.. all.Select(c => key.Author(c.Person, c.Meeting))]);
        return [.. all.Where((_, n) => !filed.Contains(n))];
    }

    /// <summary>Those who have.</summary>
    public async Task<IReadOnlyList<CouldFile>> Filed(IReadOnlyList<CouldFile> all, MeetingKind kind)
    {
        var filed = await WhoFiled([.. all.Select(c => key.Author(c.Person, new(kind, c.Meeting)))]);
        return [.. all.Where((_, n) => filed.Contains(n))];
    }

    private async Task<HashSet<int>> WhoFiled(byte[][] authors) => authors.Length == 0 ? [] : (await session.Query<int>("""
        select n.nr::int - 1
        from unnest(@authors, @places) with ordinality n(author, place, nr)
        where exists (select from feedback f where f.author = n.author) or exists (select from feedback_box b where b.place = n.place)
        """, new { authors, places = Array.ConvertAll(authors, key.Place) })).ToHashSet();
}

/// <summary>A meeting as the two columns of a row: one of them is null.</summary>
internal static class MeetingColumns
{
    internal static long? Seminar(this Meeting meeting) => meeting.Kind == MeetingKind.Seminar ? meeting.Id : null;

    internal static long? Consultation(this Meeting meeting) => meeting.Kind == MeetingKind.Consultation ? meeting.Id : null;
}
