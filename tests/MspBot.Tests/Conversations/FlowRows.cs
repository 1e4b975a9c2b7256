using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Broadcasts;
using MspBot.Tests.Certificates;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Digests.Effectiveness;
using MspBot.Tests.Feedback;
using MspBot.Tests.Materials.Adding;
using MspBot.Tests.Materials.Reading;
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
internal sealed partial record FlowRow(string Key, Func<World, long, Task<Visitor>> Who, Func<World, Task<string>> Argument)
{
    /// <summary>Its only question ends it: there is nothing to go back from.</summary>
    internal bool IsOneQuestion { get; init; }

    /// <summary>Any of its answers may be the last, without a summary.</summary>
    internal bool EndsAnywhere { get; init; }

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
        .. SurveyFlowRows.All, .. EffectFlowRows.All, .. BroadcastFlowRows.All, .. MaterialFlowRows.All,
        new("recommend", Head, Surveys.Summary.SummaryCast.SurveyAndSchool),
        new("cert-withdraw", Head, async world => $"{await CertificateCast.Issued(world)}"),
        .. OfChecking, .. ReadingFlowRows.All,
    ];

    /// <summary>The same flow, as the walker begins it for each field of a seminar.</summary>
    internal static readonly IReadOnlyList<string> Fields =
        ["Title", "Start", "Length", "Seats", "Audience", "Link", "Leader", "Description", "PlanItem"];

    /// <summary>What is typed where a question wants words: markup wherever it may stand.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words =
        new Dictionary<string, string>(
            [.. SurveyFlowRows.Words, .. EffectFlowRows.Words, .. BroadcastFlowRows.Words, .. MaterialFlowRows.Words])
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
            ["recommendation"] = "Задания <1> & \"2\" для всех",
            ["remark"] = "Кто <отвечает> & \"когда\"?",
            ["material"] = "https://meet.example.org/?a=1&b=<x>\"",
            ["material-name"] = "Итоги <b> & \"таблица\"",
        };

    /// <summary>What is sent where a question wants a file.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["file"] = "план <&>.docx",
        ["table"] = "план <&>.xlsx",
        ["broadcast-file"] = "приказ <&>.docx",
    };

    internal static FlowRow Of(string key) => All.Single(r => r.Key == key);
}
