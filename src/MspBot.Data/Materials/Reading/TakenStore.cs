using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Reading;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Reading;

/// <summary>Why somebody does not get a material; or the material, as it stays until the transaction ends.</summary>
public sealed record Taken(MaterialRefusal? Refusal, MaterialDetails? Material);

/// <summary>Who takes what, and who could not open it. Holds the material's row: it is not hidden or replaced under the deed.</summary>
public sealed class TakenStore(DbSession session, MaterialReader reader)
{
    /// <summary>Counts people, not presses; its author and what nobody else sees are not counted.</summary>
    /// <param name="id">Which.</param>
    /// <param name="person">Who presses.</param>
    /// <param name="isHead">A head looks at what is not shown.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<Taken> Take(MaterialId id, PersonId person, bool isHead, DateTimeOffset now)
    {
        if (await Hold(id) is not { } material) return new(MaterialRefusal.NoSuchMaterial, null);
        var isAuthor = material.AddedBy == person;
        if (TakeRules.Refuse(material.InLibrary, material.State, isHead || isAuthor) is { } refusal) return new(refusal, material);
        if (material.State == MaterialState.Shown && !isAuthor)
        {
            await session.Execute("""
                insert into material_taken (material_id, person_id, first_at, edition) values (@id, @person, @now, @Edition)
                on conflict (material_id, person_id) do update set times = material_taken.times + 1, edition = excluded.edition
                """, new { id, person, now, material.Edition });
        }
        return new(null, material);
    }

    /// <summary>«Не открывается»: once a person and edition.</summary>
    /// <param name="id">Which.</param>
    /// <param name="person">Who presses.</param>
    /// <param name="seen">The edition that was seen; null: whichever is in force.</param>
    /// <param name="now">The turn's moment.</param>
    /// <returns>Whether this is the first time; never of its author.</returns>
    public async Task<(Taken Taken, bool IsFirst)> Complain(MaterialId id, PersonId person, long? seen, DateTimeOffset now)
    {
        if (await Hold(id) is not { } material) return (new(MaterialRefusal.NoSuchMaterial, null), false);
        if (TakeRules.Refuse(material.InLibrary, material.State, keeps: false) is { } refusal) return (new(refusal, material), false);
        if (seen is { } edition && edition != material.Edition) return (new(MaterialRefusal.Replaced, material), false);
        var isFirst = material.AddedBy != person && await session.Execute("""
            insert into material_complaint (material_id, person_id, edition, at) values (@id, @person, @Edition, @now)
            on conflict do nothing
            """, new { id, person, now, material.Edition }) > 0;
        return (new(null, material), isFirst);
    }

    private async Task<MaterialDetails?> Hold(MaterialId id)
    {
        await session.Find<long?>("select id from material where id = @id for share", new { id });
        return await reader.Find(id);
    }
}
