using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>Who and what the stories of groups begin with.</summary>
internal static class GroupCast
{
    internal const string Topic = "Читательская грамотность";

    /// <summary>Meets on Thursdays from 14:00, two a day.</summary>
    internal static async Task<Visitor> ThursdayTutor(this World world, long chat, string name = "Соколова Ирина Олеговна")
    {
        var tutor = await SeminarCast.Teacher(world, chat, name, "Tutor");
        await world.Sql<int>($"""
            insert into tutor (person_id, join_link) select id, 'https://meet.example.org/sokolova' from person where chat_id = {chat};
            insert into tutor_hours (tutor_id, weekday, from_minute, to_minute) select id, 4, 840, 940 from person where chat_id = {chat}
            """);
        return tutor.StartedEarlier();
    }

    /// <summary>A teacher with a request that waits; a requested one holds an hour of its tutor on Friday.</summary>
    internal static async Task<Visitor> Asking(
        this World world, long chat, string name, long? tutor, string topic = Topic, string state = "Waiting", string subject = "История")
    {
        var teacher = (await SeminarCast.Teacher(world, chat, name)).StartedEarlier();
        await world.Request(chat, tutor, topic, state, subject);
        return teacher;
    }

    internal static Task<long> Request(
        this World world, long chat, long? tutor, string topic = Topic, string state = "Waiting", string subject = "История")
    {
        var start = World.Morning.AddDays(3).AddHours(chat % 10);
        var id = $"""
            insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, created_at, asked_at)
            select 'Individual', t.id, (select id from person where chat_id = {tutor ?? 0}), '{topic}', '{subject}', '{state}',
                '{World.Morning:O}', '{World.Morning:O}'
            from person t where t.chat_id = {chat}
            returning id
            """;
        return state == "Waiting" ? world.Sql<long>(id) : world.Sql<long>($"""
            with it as ({id})
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            select it.id, p.id, '{start:O}', '{start.AddMinutes(45):O}', tstzrange('{start:O}', '{start.AddMinutes(55):O}'), 'Asked'
            from it, person p where p.chat_id = {tutor}
            returning consultation_id
            """);
    }

    /// <summary>Two requests about one thing, asked of the newest tutor; the first of them.</summary>
    internal static async Task<long> RequestsForGroup(this World world)
    {
        var tutor =
            await world.Sql<long>(
            "select chat_id from person p join person_role r on r.person_id = p.id and r.role = 'Tutor' order by p.id desc limit 1");
        var n = await world.Sql<int>("select count(*) from consultation");
        foreach (var chat in new[] { 800_001 + n, 800_002 + n }) await world.Asking(chat, "Белова Вера Олеговна", tutor, subject: "Другое");
        return await world.Sql<long>("select max(id) - 1 from consultation");
    }

    /// <summary>A group of the newest tutor that gathers, with its time held and these people invited or in it.</summary>
    internal static async Task<long> Group(this World world, int seats = 3, int least = 2, bool open = false)
    {
        // Each at its own hour: the newest tutor may have one already.
        var start = World.Morning.AddDays(9).AddHours(2 * await world.Sql<int>("select count(*) from consultation"));
        return await world.Sql<long>($"""
            with it as (
                insert into consultation (kind, tutor_id, topic, subject, state, starts_at, ends_at, seats, least, agree_by, open_since,
                    created_at, asked_at)
                select 'Group', max(person_id), '{Topic}', 'История', 'Inviting', '{start:O}', '{start.AddMinutes(45):O}', {seats}, {least},
                    '{start.AddDays(-1):O}',
                    {(open ? $"'{World.Morning:O}'" : "null")}, '{World.Morning:O}', '{World.Morning:O}'
                from person_role where role = 'Tutor'
                returning id, tutor_id, starts_at, ends_at
            )
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            select id, tutor_id, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '10 min'), 'Agreed' from it
            returning consultation_id
            """);
    }

    internal static async Task Invite(this World world, long group, params long[] chats)
    {
        foreach (var chat in chats)
        {
            await world.Sql<int>($"""
                insert into consultation_member (consultation_id, person_id, request_id, state, at)
                select {group}, p.id, (select max(id) from consultation where teacher_id = p.id), 'Invited', '{World.Morning:O}'
                from person p where p.chat_id = {chat}
                """);
        }
    }

    /// <summary>By which others than those who asked come in.</summary>
    internal static async Task<string> LinkOf(this World world, long group) =>
        $"g_{await world.Sql<string>($"select open_code from consultation where id = {group}")}";

    /// <summary>Opens the card as an old message does.</summary>
    internal static async Task Opens(this Visitor who, long group)
    {
        await who.LooksAround();
        await who.TapsData(who.Chat.Last(m => m.FromBot), $"c:g:{group}:show");
    }

    /// <summary>There is a message of the bot to press on.</summary>
    internal static async Task LooksAround(this Visitor who)
    {
        await who.Types("/about");
        await who.Sees("Базовая школа");
    }

    internal static Task<string?> StateOf(this World world, long consultation) =>
        world.Sql<string>($"select state from consultation where id = {consultation}");

    /// <summary>A tutor with three requests about one thing; the hours of two are held.</summary>
    internal static async Task<(Visitor Tutor, Visitor Anna, Visitor Boris, Visitor Vera)> Three(World world)
    {
        var tutor = await world.ThursdayTutor(5);
        return (tutor, await world.Asking(1, "Петрова Анна Ивановна", 5, state: "Requested"),
            await world.Asking(2, "Сидоров Борис Олегович", 5),
            await world.Asking(3, "Козлова Вера Ильинична", 5, "Читательская грамотность в 5 классе", "Requested"));
    }

    internal static async Task<Visitor> Person(World world, long chat, string name) =>
        (await SeminarCast.Teacher(world, chat, name)).StartedEarlier();

    /// <summary>From the card of the first request, for Thursday at 14:00, five seats, at least two.</summary>
    internal static async Task Gather(Visitor tutor)
    {
        await tutor.Types("/requests");
        await tutor.Taps("Петрова");
        // The list has a button of that name as well.
        await tutor.SeesButton("Передать коллеге");
        await tutor.Taps("Собрать группу");
        await tutor.Sees("О чём будет встреча?");
        await tutor.Taps(Topic);
        await tutor.Taps("История");
        await ToTheEnd(tutor);
        await tutor.Sees("Собираем до");
    }

    internal static async Task ToTheEnd(Visitor tutor)
    {
        await tutor.Sees("Кого из тех, кто просил");
        await tutor.Taps("Готово (3)");
        await tutor.Sees("Когда встретимся?");
        await tutor.Taps("чт, 26 ноября, 14:00");
        await tutor.Sees("Сколько всего мест?");
        await tutor.Taps("5 мест");
        await tutor.Sees("Сколько человек нужно");
        await tutor.Taps("2 человека");
        await tutor.Sees("До какого времени");
        await tutor.Taps("За сутки");
        await tutor.Sees("Приглашение получат 3 педагога");
        await tutor.Taps("Отправить приглашения");
    }
}
