using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Chaos;

/// <summary>What the database of the chaos test is asked.</summary>
internal static class ChaosDatabase
{
    internal static Task Prepare(TestDatabase database) => Run(database, $"""
        insert into school (name, kind, confirmed_at, created_at) values ('Площадка', 'Host', now(), now());
        insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            values (1, 'Орлова Нина Сергеевна', 1, 'Директор', now(), now());
        insert into seminar (kind, title, starts_at, ends_at, seats, state, calendar_uid, created_by, created_at, published_at)
        select 'RoundTable', 'Встреча ' || n || '.', now() + interval '4 hours', now() + interval '5 hours', {ChaosTests.Seats},
            'Published',
            'chaos-' || n, 1, now(), now()
        from generate_series(1, {ChaosTests.Seminars}) n
        """);

    internal static async Task TheDatabaseIsSound(TestDatabase database)
    {
        Assert.Equal(ChaosTests.People, await Sql<int>(database, $"select count(*) from person where chat_id >= {ChaosTests.FirstChat}"));
        Assert.Equal(0, await Sql<int>(database, """
            select count(*) from (
                select from sign_up where state <> 'Cancelled' group by seminar_id, person_id having count(*) > 1) twice
            """));
        Assert.Equal(0, await Sql<int>(database, """
            select count(*) from seminar s
            where s.seated <> (select count(*) from sign_up u where u.seminar_id = s.id and u.state = 'Confirmed') or s.seated > s.seats
               or s.kept <> (select count(*) from sign_up k where k.seminar_id = s.id and k.kept_until is not null)
               or s.seated + s.kept < s.seats and exists (select from sign_up u where u.seminar_id = s.id and u.state = 'Waitlisted')
            """));
        // Nobody was seated from the line while somebody before them waited; a turn's moment is taken before its lock, hence the seconds.
        Assert.Equal(0, await Sql<int>(database, """
            select count(*) from sign_up u
            join sign_up w on w.seminar_id = u.seminar_id and w.id < u.id
            where u.confirmed_at > u.created_at
              and coalesce(w.confirmed_at, 'infinity') > u.confirmed_at + interval '3 seconds'
              and coalesce(w.cancelled_at, 'infinity') > u.confirmed_at + interval '3 seconds'
            """));
    }

    internal static async Task<(long Seminar, Told State)> Place(TestDatabase database, long chat)
    {
        var text = await Sql<string>(database, $"""
            select string_agg(u.seminar_id || ' ' || u.state, ',') from sign_up u join person p on p.id = u.person_id
            where p.chat_id = {chat} and u.state <> 'Cancelled'
            """);
        return text?.Split(' ') switch
        {
            [var seminar, "Confirmed"] => (long.Parse(seminar, null), Told.Seated),
            [var seminar, "Waitlisted"] => (long.Parse(seminar, null), Told.Waiting),
            _ => (0, Told.NotIn),
        };
    }

    internal static Task<string?> Stored(TestDatabase database, long chat) => Sql<string>(database, $"""
        select (select string_agg(concat_ws(' ', u.id, u.seminar_id, u.state, u.created_at::time, u.confirmed_at::time,
            u.cancelled_at::time, u.kept_until::time), e'\n' order by u.id)
                from sign_up u join person p on p.id = u.person_id where p.chat_id = {chat}) || e'\n'
            || (select string_agg(concat_ws(' ', o.id, o.created_at::time, o.done_at::time, '#' || o.message_id, '#' || o.replaces,
                '#' || o.replaces_message, o.shows, o.dedup, o.error), e'\n' order by o.id)
                from outbox o where o.chat_id = {chat})
        """);

    internal static async Task Run(TestDatabase database, string sql) => await Sql<string>(database, sql);

    internal static async Task<T?> Sql<T>(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), null) : default;
    }
}
