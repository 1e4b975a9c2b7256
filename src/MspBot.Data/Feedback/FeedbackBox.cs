using System.Security.Cryptography;
using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>
/// Answers that wait to come in by three, sealed. Authors write to the box and never to the table; a job brings answers over, in a
/// transaction of its own (<see cref="FeedbackMover"/>).
/// </summary>
public sealed class FeedbackBox(DbSession session, AuthorKey key)
{
    /// <summary>The first key of an advisory lock: authors share it, emptying the box takes it exclusively.</summary>
    private const int Lock = 20_261_129;

    private sealed record Row(byte[] Place, byte[] Sealed);

    private sealed record Stored(
        byte[]? Sealed, int Rating, int Usefulness, string? WillUse, string? WasMissing, long? PersonId, DateOnly? FiledOn, byte[]? Kept,
        string? Applied);

    /// <summary>Until the end of the transaction nothing is moved.</summary>
    internal Task Hold() => session.Execute("select pg_advisory_xact_lock_shared(@Lock, 0)", new { Lock });

    /// <summary>Until the end of the transaction nothing is written.</summary>
    internal Task HoldAlone() => session.Execute("select pg_advisory_xact_lock(@Lock, 0)", new { Lock });

    /// <summary>
    /// A person's current answer, whether it waits in the box or is in the table. One statement, because while it moves it is in one of
    /// the two.
    /// </summary>
    internal async Task<FeedbackAnswer?> Find(Meeting meeting, PersonId person)
    {
        var author = key.Author(person, meeting);
        var place = key.Place(author);
        var row = await session.Find<Stored>("""
            select sealed, 0 as rating, 0 as usefulness, null::text as will_use, null::text as was_missing, null::bigint as person_id,
                null::date as filed_on,
                   null::bytea as kept, null::text as applied
            from feedback_box
            where place = @place
            union all
            select null, rating, usefulness, will_use, was_missing, person_id, filed_on, kept, applied
            from feedback
            where author = @author
            order by sealed nulls last
            limit 1
            """, new { place, author });
        if (row is null) return null;
        if (row.Sealed is not null) return FeedbackAnswer.Unseal(key, place, row.Sealed);
        var kept = Kept.Unseal(key, author, row.Kept);
        return new(
            meeting, person, new(row.Rating, row.Usefulness), row.FiledOn ?? kept.FiledOn, row.WillUse, row.WasMissing,
            row.PersonId is not null || kept.Name is not null, row.Applied is null ? null : Enum.Parse<Applied>(row.Applied));
    }

    /// <returns>Whether it is the first: one that waits already stays.</returns>
    internal async Task<bool> PutFirst(FeedbackAnswer answer) => await session.Execute("""
        insert into feedback_box (place, sealed) values (@Place, @Sealed) on conflict do nothing
        """, Sealed(answer)) > 0;

    internal Task Put(FeedbackAnswer answer) => session.Execute("""
        insert into feedback_box (place, sealed) values (@Place, @Sealed) on conflict (place) do update
            set sealed = excluded.sealed, fresh = true
        """, Sealed(answer));

    /// <summary>Everything that waits.</summary>
    public async Task<IReadOnlyList<FeedbackAnswer>> Waiting() =>
        [.. (await session.Query<Row>("select place, sealed from feedback_box"))
            .Select(row => FeedbackAnswer.Unseal(key, row.Place, row.Sealed))];

    /// <summary>Rewrites the box in random order, sealed anew, so that no row keeps the version of its author's transaction.</summary>
    internal async Task Replace(IEnumerable<FeedbackAnswer> answers)
    {
        var rows = answers.Select(Sealed).ToArray();
        RandomNumberGenerator.Shuffle(rows.AsSpan());
        await session.Execute("delete from feedback_box");
        await session.Execute("""
            insert into feedback_box (place, sealed, fresh) select place, sealed, false from unnest(@places, @values) as b(place, sealed)
            """, new { places = rows.Select(r => r.Place).ToArray(), values = rows.Select(r => r.Sealed).ToArray() });
    }

    private Row Sealed(FeedbackAnswer answer) => new(key.Place(key.Author(answer.Person, answer.Meeting)), answer.Seal(key));
}
