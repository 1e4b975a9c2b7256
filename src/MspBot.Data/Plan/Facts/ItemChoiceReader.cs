using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Spelling;

namespace MspBot.Data.Plan.Facts;

/// <summary>An item of a plan as a line to choose.</summary>
public sealed record ItemChoice
{
    public PlanItemId Id { get; init; }
    public int Number { get; init; }
    public string Title { get; init; } = "";
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }

    /// <summary>How many were found in all.</summary>
    public int All { get; init; }

    public Term Term => new(FirstDay, LastDay);
}

/// <summary>Items that a meeting can carry out: in force or at least written, not excluded.</summary>
public sealed class ItemChoiceReader(DbSession session)
{
    /// <summary>Whether the plans of these years have any.</summary>
    public Task<bool> HasAny(SchoolYear first, SchoolYear last) => session.Value<bool>("""
        select exists (
            select from plan p
            join plan_item i on i.plan_id = p.id and i.state <> 'Excluded'
            where p.year between @first and @last)
        """, new { first = first.First, last = last.First });

    /// <summary>Those of this form first, then by how near to the day their term is; and how many there are.</summary>
    /// <param name="first">The first of the years.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="form">Of the meeting.</param>
    /// <param name="day">Of the meeting, or today.</param>
    /// <param name="words">What the title has in it, or the number; empty for all.</param>
    /// <param name="skip">How many come before.</param>
    /// <param name="take">How many at most.</param>
    public async Task<(IReadOnlyList<ItemChoice> Items, int All)> Near(
        SchoolYear first, SchoolYear last, WorkForm form, DateOnly day, string words, int skip, int take)
    {
        var rows = await session.Query<ItemChoice>("""
            select i.id, i.number, v.title, v.first_day, v.last_day, (count(*) over ())::int as "all"
            from plan p
            join plan_item i on i.plan_id = p.id and i.state <> 'Excluded'
            join plan_item_version v on v.item_id = i.id and v.version = coalesce(i.agreed_version, i.version)
            where p.year between @first and @last
              and (@words = '' or position(@words in folded(v.title)) > 0 or i.number::text = @words)
            order by v.form <> @form, greatest(v.first_day - @day, @day - v.last_day, 0), i.number, i.id
            offset @skip limit @take
            """, new
        {
            first = first.First,
            last = last.First,
            form = form.ToString(),
            day,
            words = Folded.Of(words).TrimStart('№', ' '),
            skip,
            take,
        });
        return (rows, rows.Count == 0 ? 0 : rows[0].All);
    }
}
