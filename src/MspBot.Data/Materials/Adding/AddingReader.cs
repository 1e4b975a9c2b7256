using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Adding;

/// <summary>A material in a list of its author or of heads.</summary>
public sealed record ListedMaterial
{
    public MaterialId Id { get; init; }

    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    public MaterialState State { get; init; }

    /// <summary>Of a first file that was not taken.</summary>
    public EditionFault? Fault { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public string? AddedByName { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>A topic that can be chosen.</summary>
public sealed record ListedTopic(TopicId Id, string Name);

/// <summary>Lists of those who add materials and decide on them.</summary>
public sealed class AddingReader(DbSession session)
{
    private const string Query = """
        select m.id, m.name, m.kind, m.state, m.added_at, p.full_name as added_by_name,
               case when m.state = 'Checking'
                    then (select e.fault from material_edition e where e.material_id = m.id order by e.nr desc limit 1) end as fault
        from material m
        join person p on p.id = m.added_by
        """;

    public Task<IReadOnlyList<ListedTopic>> Topics() => session.Query<ListedTopic>(
        "select id, name from topic where retired_at is null order by alphabetical(name), id");

    /// <summary>What waits longest first.</summary>
    public Task<Page<ListedMaterial>> Offered(int page) => session.Page<ListedMaterial>(page, $"""
        {Query}
        where m.state = 'Offered' and m.in_library
        order by m.added_at, m.id
        offset @skip limit @take
        """, new { skip = Paging.Skip(page), take = Paging.Take });

    public Task<int> CountOffered() =>
        session.Value<int>("select count(*)::int from material where state = 'Offered' and in_library");

    public Task<ListedMaterial?> FirstOffered() => session.Find<ListedMaterial>($"""
        {Query}
        where m.state = 'Offered' and m.in_library
        order by m.added_at, m.id
        limit 1
        """);

    /// <summary>The newest first.</summary>
    public Task<Page<ListedMaterial>> Of(PersonId person, int page) => session.Page<ListedMaterial>(page, $"""
        {Query}
        where m.added_by = @person and m.in_library
        order by m.added_at desc, m.id desc
        offset @skip limit @take
        """, new { person, skip = Paging.Skip(page), take = Paging.Take });

    public Task<int> CountOf(PersonId person) =>
        session.Value<int>("select count(*)::int from material where added_by = @person and in_library", new { person });

    /// <summary>Of whoever added it; null: they cannot be written to.</summary>
    public Task<ChatId?> Author(MaterialId id) => session.Find<ChatId?>("""
        select p.chat_id from material m join person p on p.id = m.added_by and p.reachable where m.id = @id
        """, new { id });
}
