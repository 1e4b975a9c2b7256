using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts;

/// <summary>How what an audience is about is called now; null: it has none, or it is gone.</summary>
public sealed record AudienceNames(IReadOnlyList<string> Schools, string? Thing, DateTimeOffset? StartsAt);

/// <summary>How many an audience has now.</summary>
public sealed record AudienceCount
{
    /// <summary>Who would get it.</summary>
    public int Gets { get; init; }

    /// <summary>Of how many schools these are.</summary>
    public int Schools { get; init; }

    /// <summary>Who has stopped the bot.</summary>
    public int Blocked { get; init; }

    /// <summary>Who has turned broadcasts off.</summary>
    public int Off { get; init; }
}

/// <summary>Somebody who would get it.</summary>
public sealed record AudienceMember(string Name, string School);

/// <summary>Who an audience is, by <see cref="AudienceQuery"/>, and what it is called.</summary>
public sealed class AudienceReader(DbSession session)
{
    /// <summary>On a page of the list.</summary>
    private const int PageSize = 25;

    public async Task<AudienceCount> Count(Audience audience, PersonId sender) => (await session.Find<AudienceCount>($"""
        {AudienceQuery.With(audience)}
        select count(*) filter (where gets)::int as gets, count(distinct school_id) filter (where gets)::int as schools,
               count(*) filter (where blocked)::int as blocked, count(*) filter (where off)::int as off
        from member
        """, AudienceQuery.Args(audience, sender)))!;

    /// <summary>Those who would get it, by school.</summary>
    public async Task<Page<AudienceMember>> Page(Audience audience, PersonId sender, int number)
    {
        var rows = await session.Query<AudienceMember>($"""
            {AudienceQuery.With(audience)}
            select m.full_name as name, s.name as school
            from member m
            join school s on s.id = m.school_id
            where m.gets
            order by alphabetical(s.name), s.id, alphabetical(m.full_name), m.id
            offset @skip limit @take
            """, AudienceQuery.Args(audience, sender, new { skip = Paging.Skip(number, PageSize), take = PageSize + 1 }));
        return new([.. rows.Take(PageSize)], number, rows.Count > PageSize);
    }

    public async Task<AudienceNames> Names(Audience audience) => audience switch
    {
        Audience.OfSchools(var schools) => new(await session.Query<string>(
            "select name from school where id = any(@ids) order by alphabetical(name), id", new { ids = schools.ToArray() }), null, null),
        Audience.OfMeeting(var seminar, _) => await Meeting(seminar),
        Audience.OweNomination(var seminar) => await Meeting(seminar),
        Audience.OweSurvey(var survey) => new([], await session.Find<string?>(
            "select label from survey where id = @survey", new { survey }), null),
        _ => new([], null, null),
    };

    private async Task<AudienceNames> Meeting(long seminar) =>
        await session.Find<Named>("select title, starts_at from seminar where id = @seminar", new { seminar }) is { } named
            ? new([], named.Title, named.StartsAt) : new([], null, null);

    private sealed record Named
    {
        public required string Title { get; init; }

        public DateTimeOffset StartsAt { get; init; }
    }
}
