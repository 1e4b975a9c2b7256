using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Reading;

/// <summary>What was looked for in vain by some words: by how many people, and how many of them asked for it.</summary>
public sealed record Wish
{
    /// <summary>As they were typed last.</summary>
    public required string Words { get; init; }

    public int People { get; init; }

    public int Asked { get; init; }

    /// <summary>When last.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Searches without a result, once a person, words and day.</summary>
public sealed class WishStore(DbSession session)
{
    /// <summary>So long they stand in the list.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    /// <summary>Nothing was found.</summary>
    public Task Note(PersonId person, string words, DateOnly day, DateTimeOffset now) => session.Execute("""
        insert into material_wish (person_id, words, day, at) values (@person, @words, @day, @now)
        on conflict (person_id, folded, day) do nothing
        """, new { person, words, day, now });

    /// <summary>«Попросить о разработке»</summary>
    /// <returns>Whether it is asked now; false: it was, on this day.</returns>
    public async Task<bool> Ask(PersonId person, string words, DateOnly day, DateTimeOffset now) => await session.Execute("""
        insert into material_wish as w (person_id, words, day, at, asked_at) values (@person, @words, @day, @now, @now)
        on conflict (person_id, folded, day) do update set asked_at = excluded.asked_at where w.asked_at is null
        """, new { person, words, day, now }) > 0;

    /// <summary>Of these words, whatever their spelling.</summary>
    public async Task<Wish?> Of(string words, DateTimeOffset now) => await session.Find<Wish>($"""
        {Query} and folded = folded(@words) group by folded
        """, new { words, since = now - Lately });

    /// <summary>What most people looked for first.</summary>
    public Task<Page<Wish>> Page(int number, DateTimeOffset now) => session.Page<Wish>(number, $"""
        {Query} group by folded
        order by people desc, at desc, folded
        limit @take offset @skip
        """, new { since = now - Lately, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>An erased person counts as one each time: it is not known any more who they were.</summary>
    private const string Query = """
        select (array_agg(words order by at desc, id desc))[1] as words, count(distinct coalesce(person_id, -id))::int as people,
               count(distinct coalesce(person_id, -id)) filter (where asked_at is not null)::int as asked, max(at) as at
        from material_wish
        where at > @since
        """;
}
