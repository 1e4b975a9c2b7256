using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Feedback;
using MspBot.Tests.Nominations;
using MspBot.Tests.People.Rosters;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;

namespace MspBot.Tests.Conversations;

/// <summary>What the walker must know of a flow: who may begin it, and with what.</summary>
/// <param name="Key">As it is registered.</param>
/// <param name="Who">A new person with this chat, who may begin it.</param>
/// <param name="Argument">What its button carries.</param>
internal sealed record FlowRow(string Key, Func<World, long, Task<Visitor>> Who, Func<World, Task<string>> Argument)
{
    /// <summary>Its only question ends it: there is nothing to go back from.</summary>
    internal bool IsOneQuestion { get; init; }

    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("register", Stranger, world => Task.FromResult($"{world.Clock.GetUtcNow().ToUnixTimeSeconds()}.")),
        new("profile-name", Teacher, Nothing),
        new("profile-school", Teacher, Nothing),
        new("profile-position", Teacher, Nothing),
        new("profile-subjects", Teacher, Nothing),
        new("new", Head, Nothing),
        new("cancel-seminar", Head, async world => $"{await world.Seminar()}"),
        new("change", Head, async world =>
            // Each at its own hour: one leads one meeting at a time.
            $"{await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(2 * await world.Sql<int>("select count(*) from " +
            "seminar")))}.1.Start"),
        new("code", Teacher, async world => $"{await Begun(world)}"),
        new("invite", Head, Nothing),
        new("find-person", Head, Nothing) { IsOneQuestion = true },
        new("assign", Head, async world => $"{await Accompanying(world)}"),
        new("ask", Teacher, Nothing),
        new("reply", Head, async world => $"{await Asked(world)}"),
        new("attach", Head, async world => $"{await Begun(world)}"),
        new("words", Teacher, async world => $"{2 * await Rated(world)}"),
        new("we-did", Head, async world => $"{await Rated(world)}"),
        new("outcome", Tutor, async world => $"{await Consulted(world)}"),
        new("journal-new", TutorAmongTeachers, Nothing),
        new("journal-edit", Tutor, async world => $"{await Written(world)}.Recommendation"),
        new("hours-add", Tutor, Nothing) { IsOneQuestion = true },
        new("hours-link", Tutor, Nothing),
        new("hours-away", Tutor, Colleague),
        new("consult", Teacher, async world =>
        {
            if (await world.Sql<int>("select count(*) from person_role where role = 'Tutor'") == 0) await world.TutorWithHours(700_000);
            return "";
        }),
        new("consult-offer", TutorWithHours, async world => $"{await world.Of("tutor", "Requested")}"),
        new("consult-decline", TutorWithHours, async world => $"{await world.Of("tutor", "Requested")}"),
        new("consult-pass", TutorWithHours, async world =>
        {
            var id = await world.Of("tutor", "Requested");
            if (await world.Sql<int>("select count(*) from person_role where role = 'Tutor'") == 1) await world.TutorWithHours(700_000);
            return $"{id}";
        }),
        new("consult-link", TutorWithHours, async world => $"{await world.Of("tutor", "Confirmed")}"),
        new("consult-move", Teacher, async world => $"{await world.Of("teacher", "Confirmed")}"),
        new("consult-cancel", Teacher, async world => $"{await world.Of("teacher", "Confirmed")}"),
        new("consult-tell", Teacher, async world => $"{await world.Of("teacher", "Confirmed")}"),
        new("group", ThursdayTutor, async world => $"{await world.RequestsForGroup()}"),
        new("group-move", ThursdayTutor, async world => $"{await world.Group()}"),
        new("group-cancel", ThursdayTutor, async world => $"{await world.Group()}"),
        new("tutor-statement", CertificateCast.TutorOfTwoYears, Nothing) { IsOneQuestion = true },
        new("my-documents", CertificateCast.TeacherOfTwoYears, Nothing) { IsOneQuestion = true },
        new("cert-find", Head, Nothing),
        new("plan-add", Head, _ => Task.FromResult("2026")),
        new("plan-change", Head, world => world.Named(ItemState.Agreed, ".Term")),
        new("plan-exclude", Head, world => world.Named(ItemState.Agreed)),
        new("plan-done", Head, world => world.Named(ItemState.Agreed)),
        new("plan-return", Methodologist, async world => $"{(await world.PlanItem(ItemState.Submitted)).Id.Value}.1")
        { IsOneQuestion = true },
        new("plan-find", Head, async world => $"{(await world.PlanItem()).Plan.Value}") { IsOneQuestion = true },
        new("plan-import", Head, _ => Task.FromResult("2026")) { IsOneQuestion = true },
        new("roster", (world, chat) => world.SchoolHead(chat), Nothing) { IsOneQuestion = true },
        new("log-who", Head, Nothing) { IsOneQuestion = true },
        new("hold-seats", Head, async world => $"{await world.Seminar(seats: 60)}"),
        new("nominate", NominationCast.HeadAmongTeachers, async world => $"{await world.Seminar()}"),
        new("replace-nominee", NominationCast.HeadAmongTeachers, async world => $"{await world.SentByNewestHead()}")
        { IsOneQuestion = true },
        new("school-find", NominationCast.HeadAmongTeachers, Nothing) { IsOneQuestion = true },
        new("school-hours", NominationCast.HeadAmongTeachers, Nothing) { IsOneQuestion = true },
        .. SurveyFlowRows.All,
        new("cert-withdraw", Head, async world => $"{await CertificateCast.Issued(world)}"),
    ];

    /// <summary>The same flow, as the walker begins it for each field of a seminar.</summary>
    internal static readonly IReadOnlyList<string> Fields =
        ["Title", "Start", "Length", "Seats", "Audience", "Link", "Leader", "Description", "PlanItem"];

    /// <summary>What is typed where a question wants words: markup wherever it may stand.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>(SurveyFlowRows.Words)
    {
        ["name"] = "Иванова Мария Петровна",
        ["school.name"] = "Школа <b>&\"№ 7\"</b>",
        ["position"] = "учитель <i>&\"физики\"",
        ["title"] = "<b>Чтение</b> & \"письмо\"",
        ["when.date"] = "завтра",
        ["when.time"] = "15:30",
        ["length"] = "1:15",
        ["seats"] = "25",
        ["each"] = "1",
        ["until"] = "завтра в 15",
        ["audience"] = "учителя <истории> & \"права\"",
        ["link"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["description"] = "Программа: 1 < 2 & \"два\"\n</b>",
        ["word"] = "сосна 47",
        ["what"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["use"] = "Карточки <b> & \"схемы\"",
        ["missing"] = "Времени <&>\"",
        ["done"] = "добавили <b>примеры</b> & \"время\"",
        ["journal.topic"] = "Урок <чтения> & \"письма\"",
        ["journal.minutes"] = "40",
        ["journal.pupils"] = "12",
        ["journal.recommendation"] = "Задания 1 < 2 & \"3\"\n</b>",
        ["journal.result"] = "План <готов> & \"принят\"",
        ["journal.note"] = "<i>для себя</i> & \"только\"",
        ["meet"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["question"] = "Куда <b>приходить</b> & \"когда\"?",
        ["answer"] = "В <i>актовый зал</i> & \"вовремя\"",
        ["topic"] = "Чтение <графиков> & \"таблиц\"",
        ["words"] = "Опаздываю на <10> & \"минут\"",
        ["why"] = "<само> & \"решилось\"",
        ["value"] = "41 из 63",
        ["number"] = "№ 2026–1",
        ["reason"] = "<заболел> & \"ведущий\"",
        ["result"] = "Рекомендации <1> & \"2\"",
        ["outcome"] = "Сделано <всё> & \"сдано\"",
        ["remark"] = "Кто <отвечает> & \"когда\"?",
        ["material"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["material-name"] = "Итоги <b> & \"таблица\"",
    };

    /// <summary>What is sent where a question wants a file.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["file"] = "план <&>.docx",
        ["table"] = "план <&>.xlsx",
    };

    internal static FlowRow Of(string key) => All.Single(r => r.Key == key);

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
