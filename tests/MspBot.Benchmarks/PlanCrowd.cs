using System.Globalization;
using MspBot.Domain.Plan;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// Three plans of 500 items with ten versions each, all decided but the last of every third item; three meetings an item, each with 40
/// places; to one meeting in four nobody came.
/// </summary>
internal static class PlanCrowd
{
    internal const int Items = 500;
    internal const int Versions = 10;
    private const int Plans = 3;
    private const int Meetings = 3;
    private const int Places = 40;

    internal static readonly DateTimeOffset Now = new(2027, 4, 20, 9, 0, 0, TimeSpan.Zero);

    internal static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in Statements)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static readonly string Forms = string.Join(',', Enum.GetNames<WorkForm>().Take(8).Select(form => $"'{form}'"));

    private static IEnumerable<string> Statements =>
    [
        string.Create(CultureInfo.InvariantCulture, $"""
        insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '{Now:O}', '{Now:O}');
        insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
        select 1000000 + n, 'Иванова Мария Петровна', 1, 'Учитель', '{Now:O}', '{Now:O}' from generate_series(1, 2000) n;
        insert into person_role (person_id, role, granted_at)
        values (1, 'Head', '{Now:O}'), (2, 'Methodologist', '{Now:O}'), (3, 'Tutor', '{Now:O}');
        begin;
        insert into plan (year, last_number, created_by, created_at, sent_at)
        select 2024 + n, {Items}, 1, '{Now.AddYears(-3):O}', '{Now.AddDays(-30):O}' from generate_series(0, {Plans - 1}) n;
        insert into plan_item (plan_id, number, state, version, agreed_version)
        select p.id, n, case when n % 3 = 0 then 'Submitted' else 'Agreed' end, {Versions},
               case when n % 3 = 0 then {Versions - 1} else {Versions} end
        from plan p, generate_series(1, {Items}) n;
        insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible_id, result, audience, reason,
            by_person, at, sent_at)
        select i.id, v, (array[{Forms}])[1 + i.number % 8], 'Читательская грамотность на уроках истории, пункт ' || i.number,
               d.day, (d.day + interval '1 month - 1 day')::date, 1 + i.number % 3, 'Методические рекомендации для школ района',
               'учителя истории и обществознания', case when v > 1 then 'Перенесли на другой месяц' end, 1,
               '{Now.AddDays(-60):O}'::timestamptz + v * interval '1 day', '{Now.AddDays(-59):O}'::timestamptz + v * interval '1 day'
        from plan_item i
        join plan p on p.id = i.plan_id
        cross join generate_series(1, {Versions}) v
        cross join lateral (select (make_date(p.year, 9, 1) + (i.number % 10) * interval '1 month')::date as day) d;
        insert into plan_decision (item_id, version, agreed, remark, by_person, at, told_at)
        select v.item_id, v.version, v.version % 2 = 1 or v.version = i.agreed_version, 'Уточните срок', 2,
               v.sent_at + interval '1 hour', v.sent_at + interval '2 hours'
        from plan_item_version v join plan_item i on i.id = v.item_id where v.version <= i.agreed_version;
        commit;
        alter table seminar disable trigger user;
        insert into seminar (kind, title, starts_at, ends_at, seats, seated, leader_id, state, calendar_uid, created_by, created_at,
            published_at, plan_item_id)
        select v.form, v.title, t.start, t.start + interval '90 minutes', null, {Places}, 3, 'Published', 'plan' || i.id || '-' || n, 1,
               '{Now.AddYears(-3):O}', '{Now.AddYears(-3):O}', i.id
        from plan_item i
        join plan_item_version v on v.item_id = i.id and v.version = i.agreed_version
        cross join generate_series(1, {Meetings}) n
        cross join lateral (select v.first_day + (n * 9 + i.number % 7) * interval '1 day' + interval '12 hours' as start) t;
        alter table seminar enable trigger user;
        alter table sign_up disable trigger user;
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
        select s.id, 1 + (s.id * 7 + n) % 2000, 'Confirmed', s.created_at, s.created_at,
               case when s.ends_at < '{Now:O}' and s.id % 4 > 0 then n % 5 > 0 end
        from seminar s cross join generate_series(1, {Places}) n;
        alter table sign_up enable trigger user;
        """),
        "vacuum analyze",
    ];
}
