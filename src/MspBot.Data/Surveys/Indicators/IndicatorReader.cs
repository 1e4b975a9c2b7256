using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Indicators;

/// <summary>How an indicator is called.</summary>
public sealed record NamedIndicator
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>Indicators and their versions.</summary>
public sealed class IndicatorReader(DbSession session)
{
    /// <summary>Of <c>indicator i</c> and its present version <c>v</c>.</summary>
    internal const string Select = """
        select i.id, i.kind, i.every, i.month, i.computed, i.code, i.nr, i.revision, i.retired_at, v.name, v.unit, v.hint, v.better,
               v.minimum, v.maximum, coalesce(u.is_fixed, false) as is_fixed, coalesce(u.was_asked, false) as was_asked,
               coalesce(u.is_asked_now, false) as is_asked_now
        from indicator i
        join indicator_version v on v.indicator_id = i.id and v.nr = i.nr
        cross join lateral (
            select bool_or(w.nr = i.nr) as is_fixed, count(*) > 0 as was_asked, bool_or(s.state = 'Open') as is_asked_now
            from indicator_version w
            join survey_indicator a on a.indicator_version_id = w.id
            join survey s on s.id = a.survey_id and s.state <> 'Draft'
            where w.indicator_id = i.id
        ) u
        """;

    public Task<IndicatorDetails?> One(IndicatorId id) => session.Find<IndicatorDetails>($"{Select} where i.id = @id", new { id });

    /// <summary>In the order in which they were added.</summary>
    public Task<Page<IndicatorDetails>> Page(bool retired, int number) => session.Page<IndicatorDetails>(number, $"""
        {Select}
        where (i.retired_at is not null) = @retired
        order by i.id
        limit @take offset @skip
        """, new { retired, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>All that are asked, in the same order.</summary>
    public Task<IReadOnlyList<IndicatorDetails>> Asked() =>
        session.Query<IndicatorDetails>($"{Select} where i.retired_at is null order by i.id");

    /// <summary>The newest first, with the present one.</summary>
    public Task<IReadOnlyList<IndicatorVersion>> Versions(IndicatorId id) => session.Query<IndicatorVersion>("""
        select nr, name, unit, hint, better, minimum, maximum, breaks, at
        from indicator_version
        where indicator_id = @id
        order by nr desc
        """, new { id });

    /// <summary>How many are asked, and how many not any more.</summary>
    public async Task<(int Asked, int Retired)> Counts() => await session.Find<(int Asked, int Retired)>("""
        select (count(*) filter (where retired_at is null))::int, (count(*) filter (where retired_at is not null))::int from indicator
        """);

    /// <summary>Of the typical set, what is here, asked or not any more.</summary>
    public Task<IReadOnlyList<string>> Codes() => session.Query<string>("select code from indicator where code is not null");

    public Task<IReadOnlyList<NamedIndicator>> Names(IReadOnlyCollection<long> ids) => session.Query<NamedIndicator>("""
        select i.id, v.name
        from indicator i
        join indicator_version v on v.indicator_id = i.id and v.nr = i.nr
        where i.id = any(@ids)
        """, new { ids = ids.ToArray() });
}
