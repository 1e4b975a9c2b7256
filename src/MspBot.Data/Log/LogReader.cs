using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.People;

namespace MspBot.Data.Log;

/// <summary>A line as it is read. <paramref name="Detail"/> is JSON: <see cref="LogDetail.Read"/>.</summary>
public sealed record LoggedLine(
    long Id, DateTimeOffset At, PersonId? Actor, Role? Role, LogAction Action, LogSubject Subject, long? Thing, string Detail);

/// <summary>To what the log is narrowed.</summary>
/// <param name="Actor">Whose deeds; null: everybody's.</param>
/// <param name="Kind">To which kind of things; null: to all.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Before when.</param>
public sealed record LogFilter(PersonId? Actor, LogSubject? Kind, DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// Reads the log, latest first. Each way of narrowing is a statement of its own, and one range of one index, however long the log is.
/// </summary>
public sealed class LogReader(DbSession session)
{
    private const string Lines = """
        select l.id, l.at, l.actor_id as actor, l.role, l.action, l.subject, l.subject_id as thing, l.detail::text as detail
        from action_log l
        """;

    private const string InTime = "l.at >= @from and l.at < @to";

    private const string LatestFirst = "order by l.at desc, l.id desc limit @take offset @skip";

    /// <param name="filter">To what it is narrowed.</param>
    /// <param name="number">Which page.</param>
    public Task<Page<LoggedLine>> Page(LogFilter filter, int number) =>
        session.Page<LoggedLine>(number, Statement(filter), Arguments(filter, Paging.Take, Paging.Skip(number)));

    /// <summary>For the file: the latest, at most so many.</summary>
    public Task<IReadOnlyList<LoggedLine>> Latest(LogFilter filter, int most) =>
        session.Query<LoggedLine>(Statement(filter), Arguments(filter, most, 0));

    /// <summary>How many lines there are, at most so many.</summary>
    public Task<int> Count(LogFilter filter, int most) =>
        session.Value<int>($"select count(*) from ({Statement(filter)}) lines", Arguments(filter, most, 0));

    /// <summary>What was done to one thing.</summary>
    public Task<Page<LoggedLine>> OfThing(LogSubject kind, long thing, int number) => session.Page<LoggedLine>(
        number, StatementOfThing, new { kind = kind.ToString(), thing, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>What touched a person.</summary>
    public Task<Page<LoggedLine>> OfPerson(PersonId person, int number) => session.Page<LoggedLine>(
        number, StatementOfPerson, new { person, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>The last things that others, or the clock, did to what is a person's.</summary>
    public Task<IReadOnlyList<LoggedLine>> ByOthers(PersonId person, int most) => session.Query<LoggedLine>($"""
        {Lines}
        join action_log_person p on p.line_id = l.id
        where p.person_id = @person and l.actor_id is distinct from @person
        order by p.line_id desc
        limit @most
        """, new { person, most });

    /// <summary>One line; null: there is none of this number.</summary>
    public Task<LoggedLine?> One(long line) => session.Find<LoggedLine>($"{Lines} where l.id = @line", new { line });

    /// <summary>Everybody who has done something: a step through the index for each, not for each line.</summary>
    public Task<IReadOnlyList<PersonId>> Actors() => session.Query<PersonId>("""
        with recursive actor(id) as (
            (select actor_id from action_log where actor_id is not null order by actor_id limit 1)
            union all
            select (select l.actor_id from action_log l where l.actor_id > a.id order by l.actor_id limit 1)
            from actor a
            where a.id is not null
        )
        select id from actor where id is not null
        """);

    /// <summary>The kinds of things that have lines, and when the oldest line was written; null: there is none.</summary>
    public async Task<(IReadOnlySet<LogSubject> Kinds, DateTimeOffset? Since)> Extent()
    {
        var kinds = await session.Query<string>("""
            select kind from unnest(@kinds) kind where exists (select from action_log where subject = kind)
            """, new { kinds = Enum.GetNames<LogSubject>() });
        var since = await session.Find<DateTimeOffset?>("select at from action_log order by at, id limit 1");
        return (kinds.Select(Enum.Parse<LogSubject>).ToHashSet(), since);
    }

    /// <summary>How a thing's lines are read; public, like the others, so that its plan can be looked at.</summary>
    public const string StatementOfThing = $"{Lines} where l.subject = @kind and l.subject_id = @thing {LatestFirst}";

    /// <summary>How the lines that touch a person are read.</summary>
    public const string StatementOfPerson = $"""
        {Lines}
        join action_log_person p on p.line_id = l.id
        where p.person_id = @person
        order by p.line_id desc
        limit @take offset @skip
        """;

    /// <summary>How the log is read, narrowed to this.</summary>
    public static string Statement(LogFilter filter) => filter switch
    {
        { Actor: null, Kind: null } => $"{Lines} where {InTime} {LatestFirst}",
        { Kind: null } => $"{Lines} where l.actor_id = @actor and {InTime} {LatestFirst}",
        { Actor: null } => $"{Lines} where l.subject = @kind and {InTime} {LatestFirst}",
        _ => $"{Lines} where l.actor_id = @actor and l.subject = @kind and {InTime} {LatestFirst}",
    };

    private static object Arguments(LogFilter filter, int take, int skip) =>
        new { actor = filter.Actor?.Value, kind = filter.Kind?.ToString(), from = filter.From, to = filter.To, take, skip };
}
