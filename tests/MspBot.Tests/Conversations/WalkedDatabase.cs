using System.Text;
using Dapper;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Conversations;

/// <summary>What stays in the database after a walk, and whether anything was refused on the way.</summary>
internal static class WalkedDatabase
{
    internal static Task<int> Open(World world) => world.Sql<int>("select count(*) from dialog where state in ('Active', 'Parked')");

    /// <summary>What is known of people and seminars, without numbers and moments that no two runs share.</summary>
    internal static async Task<string> Dump(World world)
    {
        await using var connection = new NpgsqlConnection(world.Database.ConnectionString);
        var text = new StringBuilder();
        foreach (var sql in new[]
        {
            "select to_jsonb(p) - '{id,school_id,created_at,consented_at}'::text[] from person p order by chat_id",
            "select chat_id || ' ' || role from person_role join person on id = person_id order by 1",
            "select to_jsonb(s) - '{id,created_at,confirmed_at}'::text[] from school s order by name",
            "select to_jsonb(s) - '{id,created_at,published_at,cancelled_at,calendar_uid,leader_id,created_by}'::text[] from seminar s " +
            "order by id",
            "select to_jsonb(j) - '{id,tutor_id,teacher_id,school_id,consultation_id}'::text[] from journal_entry j order by id",
            "select to_jsonb(t) - '{person_id}'::text[] from tutor t order by person_id",
            "select to_jsonb(h) - '{id,tutor_id}'::text[] from tutor_hours h order by tutor_id, id",
            "select to_jsonb(a) - '{id,tutor_id,stand_in_id}'::text[] from tutor_absence a order by tutor_id, id",
            "select to_jsonb(h) - '{id,school_id}'::text[] from school_hours h order by school_id, id",
            "select role || ' ' || (school_id is not null) from invitation order by id",
            "select by_head || ' ' || words from inquiry_word order by id",
            "select coalesce(subject, '-') || ' ' || (teacher_id is not null) from tutoring_assignment order by id",
            "select to_jsonb(c) - '{created_at,asked_at,answered_at,confirmed_at,closed_at,calendar_uid}'::text[] from consultation c " +
            "order by id",
            "select to_jsonb(c) - '{id}'::text[] from consultation_time c order by consultation_id, starts_at",
            "select to_jsonb(h) - '{id,asked_at,answered_at}'::text[] from consultation_handover h order by id",
            "select to_jsonb(m) - '{at}'::text[] from consultation_member m order by consultation_id, person_id",
            "select to_jsonb(r) - '{id,seminar_id,by_person,at}'::text[] from feedback_reply r order by id",
            "select chat_id || ' ' || flow || ' ' || state from dialog order by id",
            "select chat_id || ' ' || regexp_replace(dedup, '^fb:.*', 'fb:') from outbox where dedup is not null order by id",
        })
        {
            foreach (var line in await connection.QueryAsync<string>(sql.Replace("select to_jsonb", "select (to_jsonb",
                StringComparison.Ordinal).Replace("::text[] from", "::text[])::text from", StringComparison.Ordinal)))
                text.AppendLine(line);
        }
        foreach (var line in (await world.Answers()).Select(a => $"{a with { Meeting = default, Person = default }}")
            .Order(StringComparer.Ordinal)) text.AppendLine(line);
        return text.ToString();
    }

    private static readonly string[] NoErrors =
    [
        "message is not modified",
        "query is too old",   // a bot that has just started answers again what may not have been answered
    ];

    /// <summary>The sandbox refuses bad HTML, long texts and long data; nothing may have been refused.</summary>
    internal static void AssertClean(World world)
    {
        Assert.Empty(world.Telegram.Violations);
        Assert.Empty(world.Telegram.Journal.Entries.Where(e => e.Status >= 400
            && !Array.Exists(NoErrors, no => e.Answer.Contains(no, StringComparison.Ordinal)))
            .Select(e => $"{e.Method} {e.Parameters} → {e.Answer}"));
        foreach (var message in world.Telegram.Api.Visitors.SelectMany(v => v.Chat).Where(m => m.FromBot))
        {
            Phone.Holds(message);
            Assert.InRange(message.Text.EnumerateRunes().Count(), 1, 4096);
            Assert.All(message.Buttons.SelectMany(r => r), b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Data ?? "-"), 1, 64));
        }
    }
}
