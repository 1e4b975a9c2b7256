using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>Puts the invented district into the demo's database. What is there already stays as it is.</summary>
internal sealed class DemoData(NpgsqlDataSource database, SiteZone zone, AuthorKey authors)
{
    private const int WeeksBack = 12;
    private const int WeeksAhead = 5;

    /// <summary>
    /// Adds people once, and seminars for the weeks around now when some of these are missing. Safe to run twice; true when there were
    /// no people before.
    /// </summary>
    internal async Task<bool> Ensure(DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var isNew = await Count(connection, "select count(*) from person") == 0;
        if (isNew) await AddPeople(connection, now - TimeSpan.FromDays(90));
        await AddSeminars(connection, now);
        if (await Count(connection, "select count(*) from tutor_hours") == 0) await new DemoTutoring(zone).Add(connection, now);
        await DemoPast.Add(connection, zone, authors, now);
        await DemoPlan.Add(connection, zone, now);
        await DemoNominations.Add(connection, zone, now);
        await DemoSurveys.Add(connection, zone, now);
        await DemoLibrary.Add(connection, zone, now);
        await transaction.CommitAsync();
        return isNew;
    }

    /// <summary>Forgets everything, the schema included: the migrations make it anew.</summary>
    internal static async Task Reset(string connectionString)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await Run(connection, "drop schema public cascade; create schema public");
    }

    /// <summary>
    /// The highest message number that the database knows: numbers of a new sandbox begin above it, or an old card would edit a new
    /// message.
    /// </summary>
    internal async Task<int> HighestMessage()
    {
        await using var connection = await database.OpenConnectionAsync();
        return (int)await Count(connection, "select coalesce(max(message_id::bigint), 0) from outbox");
    }

    private static async Task AddPeople(NpgsqlConnection connection, DateTimeOffset since)
    {
        await Run(connection, """
            insert into school (name, kind, confirmed_at, created_at)
            select name, kind, $3, $3 from unnest($1::text[], $2::text[]) as listed(name, kind)
            on conflict (folded(name)) where not twin do nothing
            """, District.Schools.Select(s => s.Name).ToArray(), District.Schools.Select(s => s.Kind.ToString()).ToArray(),
                since.UtcDateTime);

        foreach (var person in Townspeople.All)
        {
            await Run(connection, """
                with added as (
                    insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
                    select $1, $2, id, $4, $5, $7, $7 from school where name = $3
                    returning id, school_id
                )
                insert into person_role (person_id, role, granted_at, school_id)
                select added.id, role, $7, case when role = 'SchoolHead' then added.school_id end from added, unnest($6::text[]) role
                """, person.TelegramId, person.FullName, person.School, person.Position, person.Subjects.ToArray(),
                    person.Roles.Select(r => r.ToString()).ToArray(), since.UtcDateTime);
        }
    }

    private async Task AddSeminars(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        for (var week = -WeeksBack; week <= WeeksAhead; week++)
        {
            foreach (var seminar in SeminarPlan.Week(monday.AddDays(week * 7), week, zone)) await Add(connection, seminar, now);
        }
    }

    private static async Task Add(NpgsqlConnection connection, PlannedSeminar seminar, DateTimeOffset now)
    {
        var made = Earlier(seminar.StartsAt - TimeSpan.FromDays(21), now);
        var added = await Count(connection, """
            with added as (
                insert into seminar (kind, title, audience, description, starts_at, ends_at, seats, join_link, leader_id, state,
                    cancel_reason, calendar_uid, created_by, created_at, published_at, cancelled_at)
                select $1, $2, $3, $4, $5, $6, $7, $8, l.id, $9,
                    case when $9 = 'Cancelled' then 'Ведущий заболел, перенесём на следующий месяц' end, $10, h.id, $11,
                    case when $9 <> 'Draft' then $11 end, case when $9 = 'Cancelled' then $11 end
                from person h
                left join person l on l.chat_id = $12 and not exists (   -- whoever tries the demo may have given them something else to do
                    select from engagement e where e.person_id = l.id and e.during && tstzrange($5, $6))
                where h.chat_id = $13
                on conflict (calendar_uid) do nothing
                returning id
            )
            select coalesce(max(id), 0) from added
            """, seminar.Theme.Kind.ToString(), seminar.Theme.Title, seminar.Theme.Audience, seminar.Theme.Description,
                seminar.StartsAt.UtcDateTime,
            (seminar.StartsAt + seminar.Length).UtcDateTime, (object?)seminar.Seats
            ?? DBNull.Value, seminar.Link, seminar.State, seminar.Uid,
            made.UtcDateTime, seminar.Leader, Townspeople.Head);
        if (added == 0) return;
        await SignUp(connection, added, seminar.Seated, "Confirmed", made);
        await SignUp(connection, added, seminar.Waiting, "Waitlisted", made);
    }

    private static Task SignUp(NpgsqlConnection connection, long seminar, IReadOnlyList<long> people, string state, DateTimeOffset at) =>
        Run(connection, """
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        select $1, p.id, $3, $4, case when $3 = 'Confirmed' then $4::timestamptz end
        from unnest($2::bigint[]) with ordinality as listed(chat_id, place)
        join person p on p.chat_id = listed.chat_id
        order by listed.place
        """, seminar, people.ToArray(), state, at.UtcDateTime);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Count(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            // A null says nothing of its type.
            command.Parameters.Add(value is DBNull ? new() { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer }
                : new() { Value = value });
        }

        return command;
    }
}
