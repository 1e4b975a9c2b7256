using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// Two schools that send teachers to a meeting with room: one teacher has not answered, one has, one could not come and was replaced. A
/// third school has two places held, which are freed half an hour after the demo has begun.
/// </summary>
internal static class DemoNominations
{
    /// <summary>In the given transaction, once: does nothing where a nomination exists. People and seminars must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, DateTimeOffset now)
    {
        if (await Value(connection, "select count(*) from nomination") > 0) return;
        // Far enough ahead that neither an answer is overdue nor the places free by themselves.
        var meeting = await Value(connection, """
            select coalesce((
                select id from seminar
                where state = 'Published' and waiting = 0 and seats - seated >= 8 and starts_at > $1
                order by starts_at, id limit 1), 0)
            """, now.AddDays(6).UtcDateTime);
        if (meeting == 0) return;
        var low = District.Schools.Where(s => s.Kind == SchoolKind.LowResults).Select(s => s.Name).ToList();
        var answerBy = WorkingCalendar.Plain.After(now, AnswerDue.WorkingDays, zone);
        await Send(connection, meeting, low[0], "Asked", now.AddHours(-3), answerBy);
        var declined = await Send(connection, meeting, low[0], "Declined", now.AddHours(-3), answerBy);
        var instead = await Send(connection, meeting, low[0], "Asked", now.AddHours(-1), answerBy);
        await Run(connection, "update nomination set replaced_by = $1 where id = $2", instead, declined);
        await Send(connection, meeting, low[1], "Accepted", now.AddHours(-20), answerBy);
        await Run(connection, """
            insert into school_seat (seminar_id, school_id, until)
            select $1, s.id, $3 from school s, generate_series(1, 2) where s.name = $2
            """, meeting, low[2], now.AddMinutes(30).UtcDateTime);
    }

    /// <summary>The next teacher of the school who has no place there.</summary>
    private static async Task<long> Send(
        NpgsqlConnection connection, long meeting, string school, string state, DateTimeOffset at, DateTimeOffset answerBy)
    {
        var id = await Value(connection, """
            insert into nomination (seminar_id, person_id, school_id, by_person, state, words, asked_at, answer_by, remind_at, for_start,
                ended_at, reason)
            select s.id, p.id, k.id, h.person_id, $3, 'Замену уроков дадим.', $4, $5, $5 - interval '1 day', s.starts_at,
                case when $3 <> 'Asked' then $4 + interval '30 minutes' end, case when $3 = 'Declined' then 'Lesson' end
            from seminar s
            join school k on k.name = $2
            join person_role h on h.role = 'SchoolHead' and h.school_id = k.id
            join person p on p.school_id = k.id and p.id <> h.person_id
                and not exists (select from sign_up m where m.seminar_id = s.id and m.person_id = p.id and m.state <> 'Cancelled')
                and not exists (select from nomination n where n.seminar_id = s.id and n.person_id = p.id)
            where s.id = $1
            order by p.chat_id
            limit 1
            returning id
            """, meeting, school, state, at.UtcDateTime, answerBy.UtcDateTime);
        await Run(connection, """
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, cancelled_at, nomination_id)
            select n.seminar_id, n.person_id, case when n.state = 'Declined' then 'Cancelled' else 'Confirmed' end, n.asked_at, n.asked_at,
                case when n.state = 'Declined' then n.ended_at end, n.id
            from nomination n
            where n.id = $1
            """, id);
        return id;
    }

    private static async Task<long> Value(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
