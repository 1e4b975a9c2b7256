using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Consultations;

/// <summary>Consultations as they stand before the journal's stories begin: put into the tables as they are.</summary>
internal static class JournalStage
{
    internal const string Topic = "Читательская грамотность";

    internal static Task<Visitor> Tutor(this World world, long chat, string name = "Петрова Анна Игоревна") =>
        SeminarCast.Teacher(world, chat, name, "Tutor");

    internal static Task<Visitor> Teacher(this World world, long chat, string name = "Иванова Мария Петровна") =>
        SeminarCast.Teacher(world, chat, name);

    internal static Task<Visitor> Head(this World world) => SeminarCast.Head(world);

    internal static Task<long> PersonOf(this World world, Visitor who) =>
        world.Sql<long>($"select id from person where chat_id = {who.Id}");

    /// <summary>Of one teacher and a tutor, 45 minutes long.</summary>
    /// <param name="world">Where.</param>
    /// <param name="tutor">Null: nobody yet.</param>
    /// <param name="teacher">Who asked.</param>
    /// <param name="startsIn">From the world's morning.</param>
    /// <param name="state">As in the database.</param>
    /// <param name="topic">What it is about.</param>
    internal static async Task<long> Consultation(
        this World world, Visitor? tutor, Visitor teacher, TimeSpan? startsIn = null, string state = "Confirmed", string topic = Topic)
    {
        var start = World.Morning + (startsIn ?? TimeSpan.FromHours(1));
        var tutorId = tutor is null ? "null" : $"{await world.PersonOf(tutor)}";
        var id = await world.Sql<long>($"""
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at)
            values ('Individual', {await world.PersonOf(teacher)}, {tutorId}, '{topic}', '{state}', '{start:O}', '{start.AddMinutes(45):O}',
                '{World.Morning.AddDays(-3):O}', '{World.Morning.AddDays(-3):O}')
            returning id
            """);
        if (tutor is not null) await world.Time(id, tutorId, start, state == "Confirmed" ? "Agreed" : "Asked");
        return id;
    }

    /// <summary>Of a tutor and these teachers, all of whom agreed.</summary>
    internal static async Task<long> Group(this World world, Visitor tutor, params Visitor[] teachers)
    {
        var start = World.Morning.AddHours(1);
        var id = await world.Sql<long>($"""
            insert into consultation (kind, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, seats, least)
            values ('Group', {await world.PersonOf(tutor)}, '{Topic}', 'Confirmed', '{start:O}', '{start.AddMinutes(60):O}',
                '{World.Morning:O}', '{World.Morning:O}', 10, 2)
            returning id
            """);
        foreach (var teacher in teachers)
            await world.Sql<int>(
                $"insert into consultation_member (consultation_id, person_id, state, at) values ({id}, " +
                $"{await world.PersonOf(teacher)}, 'Agreed', '{World.Morning:O}')");
        return id;
    }

    /// <summary>A line of the journal of something that happened without the bot.</summary>
    internal static async Task<long> Entry(this World world, Visitor tutor, DateOnly day, Visitor? teacher = null, string topic = Topic,
        int minutes = 45, string recommendation = "") => await world.Sql<long>($"""
        insert into journal_entry (tutor_id, day, teacher_id, topic, form, minutes, recommendation, held, created_at)
        values ({await world.PersonOf(tutor)}, '{day:yyyy-MM-dd}', {(teacher is null ? "null" : $"{await world.PersonOf(teacher)}")},
            '{topic}', 'Visit', {minutes},
            {(recommendation.Length == 0 ? "null" : $"'{recommendation}'")}, true, '{World.Morning:O}')
        returning id
        """);

    private static Task<int> Time(this World world, long id, string tutor, DateTimeOffset start, string kind) => world.Sql<int>($"""
        insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
        values ({id}, {tutor}, '{start:O}', '{start.AddMinutes(45):O}', tstzrange('{start:O}', '{start.AddMinutes(55):O}'), '{kind}')
        """);
}
