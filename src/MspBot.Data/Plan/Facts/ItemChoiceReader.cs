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
    public WorkForm Form { get; init; }
    public string Title { get; init; } = "";
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }

    public Term Term => new(FirstDay, LastDay);

    /// <summary>Whether the folded words are its number or stand in its title.</summary>
    internal bool IsNamed(string folded) => folded == $"{Number}" || Folded.Of(Title).Contains(folded, StringComparison.Ordinal);

    /// <summary>None within its term.</summary>
    internal int DaysTo(DateOnly day) => Math.Max(0, Math.Max(FirstDay.DayNumber - day.DayNumber, day.DayNumber - LastDay.DayNumber));
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
            select i.id, i.number, v.form, v.title, v.first_day, v.last_day
            from plan p
            join plan_item i on i.plan_id = p.id and i.state <> 'Excluded'
            join plan_item_version v on v.item_id = i.id and v.version = coalesce(i.agreed_version, i.version)
            where p.year between @first and @last
            """, new { first = first.First, last = last.First });
        var typed = Folded.Of(words).TrimStart('№', ' ');
        // Folded here: five hundred titles take the database ten times as long.
        List<ItemChoice> found =
        [
            .. rows.Where(item => typed.Length == 0 || item.IsNamed(typed))
                .OrderBy(item => item.Form != form).ThenBy(item => item.DaysTo(day)).ThenBy(item => item.Number),
        ];
        return ([.. found.Skip(skip).Take(take)], found.Count);
    }
}
