using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People;

namespace MspBot.Data.Digests.Effectiveness;

/// <summary>«Цели на год»: one a figure, in percent, points or hours.</summary>
public sealed class GoalStore(DbSession session)
{
    public async Task<IReadOnlyDictionary<EffectFigure, decimal>> Of(SchoolYear year) =>
        (await session.Query<Row>("select figure, goal from effect_goal where year = @First", new { year.First }))
        // What another version has counted is no goal of this one.
        .Where(row => Enum.TryParse<EffectFigure>(row.Figure, out var known) && Enum.IsDefined(known))
        .ToDictionary(row => Enum.Parse<EffectFigure>(row.Figure), row => decimal.Round(row.Goal, 1));

    public async Task<decimal?> One(SchoolYear year, EffectFigure figure) =>
        (await Of(year)).TryGetValue(figure, out var goal) ? goal : null;

    /// <summary>Sets a goal, or takes it away, where it still is what was seen.</summary>
    /// <param name="year">Of which school year.</param>
    /// <param name="figure">Of what.</param>
    /// <param name="seen">What stood there; null: nothing.</param>
    /// <param name="goal">Null: there is none from now on.</param>
    /// <param name="by">A methodologist.</param>
    /// <param name="now">When.</param>
    public async Task<EffectRefusal?> Set(
        SchoolYear year, EffectFigure figure, decimal? seen, decimal? goal, PersonId by, DateTimeOffset now)
    {
        if (seen == goal) return EffectRefusal.NothingChanged;
        var changed = await session.Execute(seen is null ? Added : goal is null ? Removed : Changed,
            new { year = year.First, figure = figure.ToString(), seen, goal, by, now });
        return changed == 0 ? EffectRefusal.ChangedMeanwhile : null;
    }

    private const string Added = """
        insert into effect_goal (year, figure, goal, by_person, at) values (@year, @figure, @goal, @by, @now) on conflict do nothing
        """;

    private const string Removed = "delete from effect_goal where year = @year and figure = @figure and goal = @seen";

    private const string Changed = """
        update effect_goal set goal = @goal, by_person = @by, at = @now where year = @year and figure = @figure and goal = @seen
        """;

    private sealed record Row
    {
        public string Figure { get; init; } = "";
        public decimal Goal { get; init; }
    }
}
