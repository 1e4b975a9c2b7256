using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>A registered person, as the page's list shows them.</summary>
internal sealed record Registered(
    long TelegramId, string FullName, string School, string Position, IReadOnlyList<Role> Roles, long PersonId);

/// <summary>Who is registered with the bot.</summary>
internal sealed class Registrations(NpgsqlDataSource database)
{
    internal Task<IReadOnlyList<Registered>> All() => Read("");

    internal async Task<Registered?> Find(long telegramId) => (await Read("and p.chat_id = $1", telegramId)) is [var one] ? one : null;

    private async Task<IReadOnlyList<Registered>> Read(string which, params long[] values)
    {
        await using var command = database.CreateCommand($"""
            select p.chat_id, p.full_name, s.name, p.position, array(select r.role from person_role r where r.person_id = p.id), p.id
            from person p
            join school s on s.id = p.school_id
            where p.chat_id is not null {which}
            order by p.id
            """);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Registered>();
        while (await reader.ReadAsync())
        {
            found.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                [.. reader.GetFieldValue<string[]>(4).Select(Enum.Parse<Role>)], reader.GetInt64(5)));
        }

        return found;
    }
}
