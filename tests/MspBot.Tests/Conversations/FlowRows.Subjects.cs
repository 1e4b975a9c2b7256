using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Conversations;

/// <summary>Who begins flows, and what with.</summary>
internal sealed partial record FlowRow
{
    /// <summary>A meeting that goes on, with everybody in it.</summary>
    private static async Task<long> Begun(World world)
    {
        var id = await world.Seminar(seats: null, startsIn: TimeSpan.FromMinutes(-5));
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select {id}, p.id, 'Confirmed', {world.Now}, {world.Now} from person p
            """);
        return id;
    }

    /// <summary>Somebody who can stand in, so that each walker is asked the same.</summary>
    private static async Task<string> Colleague(World world)
    {
        if (await world.Sql<int>("select count(*) from person where chat_id = 99999") == 0)
            (await SeminarCast.Teacher(world, 99_999, "Козлова Вера Ильинична", role: "Tutor")).StartedEarlier();
        return "";
    }

    /// <summary>A meeting that is over, led by nobody, rated by everybody; three of them at least.</summary>
    private static async Task<long> Rated(World world)
    {
        var id = await world.Seminar(seats: null, startsIn: TimeSpan.FromHours(-2));
        await world.Sql<int>($"update seminar set leader_id = null where id = {id}");
        for (var n = await world.Sql<long>("select count(*) from person"); n < 3; n++) (await SeminarCast.Teacher(world, 80_000 + n))
            .StartedEarlier();
        foreach (var chat in (await world.Sql<string>("select string_agg(chat_id::text, ',' order by id) from person"))!.Split(','))
        {
            await world.Came(id, came: true, long.Parse(chat, System.Globalization.CultureInfo.InvariantCulture));
            await world.Files(FeedbackCast.Seminar(id), long.Parse(chat, System.Globalization.CultureInfo.InvariantCulture), "45");
        }
        return id;
    }

    /// <summary>A new tutor.</summary>
    private static async Task<long> Accompanying(World world)
    {
        var chat = await world.Sql<long>("select coalesce(max(chat_id), 0) + 500000 from person");
        (await SeminarCast.Teacher(world, chat, "Тьюторова Ольга Павловна", "Tutor")).StartedEarlier();
        return await world.Sql<long>($"select id from person where chat_id = {chat}");
    }

    /// <summary>A question that waits for a head.</summary>
    private static async Task<long> Asked(World world)
    {
        var chat = await world.Sql<long>("select coalesce(max(chat_id), 0) + 500000 from person");
        (await SeminarCast.Teacher(world, chat, "Вопросова Елена Юрьевна")).StartedEarlier();
        return await world.Sql<long>($"""
            with q as (
                insert into inquiry (asker_id, waits_since) select id, '{World.Morning:O}' from person where chat_id = {chat}
                    returning id, asker_id
            )
            insert into inquiry_word (inquiry_id, author_id, by_head, words, said_at)
            select id, asker_id, false, 'Будет ли запись <семинара>?', '{World.Morning:O}' from q
            returning inquiry_id
            """);
    }

    /// <summary>A consultation of the newest tutor that is over.</summary>
    private static Task<long> Consulted(World world) => world.Sql<long>($"""
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at)
        select 'Individual', max(person_id), max(person_id), 'Чтение <&>"', 'Confirmed', '{World.Morning.AddHours(-2):O}',
            '{World.Morning.AddHours(-1):O}', '{World.Morning:O}', '{World.Morning:O}'
        from person_role where role = 'Tutor'
        returning id
        """);

    /// <summary>A line in the journal of the newest tutor.</summary>
    private static Task<long> Written(World world) => world.Sql<long>($"""
        insert into journal_entry (tutor_id, day, topic, form, minutes, held, created_at)
        select max(person_id), '2026-11-20', 'Чтение <&>"', 'Visit', 40, true, '{World.Morning:O}' from person_role where role = 'Tutor'
        returning id
        """);

    private static async Task<Visitor> TutorAmongTeachers(World world, long chat)
    {
        (await Teacher(world, chat + 5_000_000)).StartedEarlier();
        return await Tutor(world, chat);
    }

    private static Task<Visitor> Methodologist(World world, long chat) =>
        SeminarCast.Teacher(world, chat, "Котова Ольга Львовна", role: "Methodologist");

    private static Task<string> Nothing(World world) => Task.FromResult("");

    private static Task<Visitor> Stranger(World world, long chat) => Task.FromResult(world.Visitor(chat, "Мария"));

    private static Task<Visitor> Teacher(World world, long chat) => SeminarCast.Teacher(world, chat);

    private static Task<Visitor> Tutor(World world, long chat) => SeminarCast.Teacher(world, chat, role: "Tutor");

    private static Task<Visitor> TutorWithHours(World world, long chat) => world.TutorWithHours(chat);

    private static Task<Visitor> ThursdayTutor(World world, long chat) => GroupCast.ThursdayTutor(world, chat);

    private static Task<Visitor> Head(World world, long chat) => SeminarCast.Head(world, chat);
}
