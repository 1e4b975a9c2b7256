using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Indicators;

/// <summary>
/// Deeds on indicators. Each holds the indicator's row, as a survey that is being opened does, after its own: what is asked does not change
/// under it.
/// </summary>
public sealed class IndicatorStore(DbSession session)
{
    public async Task<IndicatorId> Add(NewIndicator one, PersonId by, DateTimeOffset now) => (await Insert(one, by, now))!.Value;

    /// <summary>What of the set is not here yet, whether it is asked or not any more; safe to run twice, also at once.</summary>
    public async Task<IReadOnlyList<IndicatorId>> AddMissing(IReadOnlyList<NewIndicator> set, PersonId by, DateTimeOffset now)
    {
        var added = new List<IndicatorId>();
        foreach (var one in set)
        {
            if (await Insert(one, by, now) is { } id) added.Add(id);
        }
        return added;
    }

    /// <summary>A version that a survey has asked stays as it is, and another takes its place; one that none has is written over.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revision">As it was seen.</param>
    /// <param name="text">What it says from now on.</param>
    /// <param name="breaks">It means something else now.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<IndicatorResult> Change(
        IndicatorId id, int revision, IndicatorText text, bool breaks, PersonId by, DateTimeOffset now)
    {
        if (await Lock(id) is not { } one) return new(SurveyRefusal.NoSuchIndicator, null);
        if (one.Stands.Change(revision) is { } refusal) return new(refusal, one);
        if (text == one.Text) return new(SurveyRefusal.NothingChanged, one);
        var args = new
        {
            id,
            one.Nr,
            text.Name,
            text.Unit,
            text.Hint,
            better = text.Better.ToString(),
            text.Minimum,
            text.Maximum,
            breaks,
            by,
            now,
        };
        await session.Execute(one.IsFixed
            ? """
                insert into indicator_version (indicator_id, nr, name, unit, hint, better, minimum, maximum, breaks, by_person, at)
                values (@id, @Nr + 1, @Name, @Unit, @Hint, @better, @Minimum, @Maximum, @breaks, @by, @now);
                update indicator set nr = nr + 1, revision = revision + 1 where id = @id
                """
            : """
                update indicator_version
                set name = @Name, unit = @Unit, hint = @Hint, better = @better, minimum = @Minimum, maximum = @Maximum,
                    breaks = nr > 1 and (breaks or @breaks), by_person = @by, at = @now
                where indicator_id = @id and nr = @Nr;
                update indicator set revision = revision + 1 where id = @id
                """, args);
        return new(null, await Find(id));
    }

    /// <summary>«Убрать показатель»: it stays where it was asked.</summary>
    public async Task<IndicatorResult> Retire(IndicatorId id, int revision, DateTimeOffset now)
    {
        if (await Lock(id) is not { } one) return new(SurveyRefusal.NoSuchIndicator, null);
        if (one.Stands.Retire(revision) is { } refusal) return new(refusal, one);
        await session.Execute("update indicator set retired_at = @now, revision = revision + 1 where id = @id", new { id, now });
        return new(null, await Find(id));
    }

    /// <summary>«Вернуть показатель»</summary>
    public async Task<IndicatorResult> GiveBack(IndicatorId id, int revision)
    {
        if (await Lock(id) is not { } one) return new(SurveyRefusal.NoSuchIndicator, null);
        if (one.Stands.GiveBack(revision) is { } refusal) return new(refusal, one);
        await session.Execute("update indicator set retired_at = null, revision = revision + 1 where id = @id", new { id });
        return new(null, await Find(id));
    }

    private Task<IndicatorDetails?> Find(IndicatorId id) =>
        session.Find<IndicatorDetails>($"{IndicatorReader.Select} where i.id = @id", new { id });

    private async Task<IndicatorDetails?> Lock(IndicatorId id)
    {
        await session.Find<long>("select id from indicator where id = @id for no key update", new { id });
        return await Find(id);
    }

    /// <summary>Null: one with this code is here already.</summary>
    private async Task<IndicatorId?> Insert(NewIndicator one, PersonId by, DateTimeOffset now) =>
        await session.Find<long?>("""
            with one as (
                insert into indicator (kind, every, month, computed, code) values (@kind, @every, @Month, @computed, @Code)
                on conflict (code) do nothing
                returning id
            )
            insert into indicator_version (indicator_id, nr, name, unit, hint, better, minimum, maximum, by_person, at)
            select id, 1, @Name, @Unit, @Hint, @better, @Minimum, @Maximum, @by, @now from one
            returning indicator_id
            """, new
        {
            kind = one.Kind.ToString(),
            every = one.Every.ToString(),
            one.Month,
            computed = one.Computed?.ToString(),
            one.Code,
            one.Text.Name,
            one.Text.Unit,
            one.Text.Hint,
            better = one.Text.Better.ToString(),
            one.Text.Minimum,
            one.Text.Maximum,
            by,
            now,
        }) is { } id ? new IndicatorId(id) : null;
}
