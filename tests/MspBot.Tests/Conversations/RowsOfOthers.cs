using System.Globalization;
using MspBot.Domain.People;
using MspBot.Tests.Broadcasts;
using MspBot.Tests.Certificates;
using MspBot.Tests.Digests.Effectiveness;
using MspBot.Tests.Feedback;
using MspBot.Tests.Materials.Adding;
using MspBot.Tests.Materials.Reading;
using MspBot.Tests.Nominations;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.People.Rosters;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using MspBot.Tests.Surveys.Checking;
using MspBot.Tests.Surveys.Filling;
using MspBot.Tests.Surveys.Summary;

namespace MspBot.Tests.Conversations;

/// <summary>A row that a card shows: whose it is, what they see on it, and which roles see everybody's.</summary>
/// <param name="Card">Its key.</param>
/// <param name="Id">The number in the button.</param>
/// <param name="Owner">The chat of somebody who may open it.</param>
/// <param name="Shows">A part of what they see then.</param>
/// <param name="SeenBy">Who else may: those roles see every row.</param>
internal sealed record PlantedRow(string Card, long Id, long Owner, string Shows, params Role[] SeenBy);

/// <summary>A world in which three people have a row of each kind; their names and words carry a mark that nobody else may read.</summary>
internal static class RowsOfOthers
{
    internal const string Mark = "МЕТКА";
    private const long Tutor = 11, Teacher = 12, Head = 13, Methodologist = 14, SchoolHead = 15, TheirHead = 16;

    internal static async Task<IReadOnlyList<PlantedRow>> Plant(World world)
    {
        (await SeminarCast.Teacher(world, Tutor, $"{Mark}тьюторова Ольга Павловна", "Tutor")).StartedEarlier();
        (await SeminarCast.Teacher(world, Teacher, $"{Mark}учителева Анна Ивановна")).StartedEarlier();
        (await SeminarCast.Teacher(world, Head, $"{Mark}руководителева Вера Павловна", "Head")).StartedEarlier();
        (await SeminarCast.Teacher(world, Methodologist, $"{Mark}методистова Ольга Львовна", "Methodologist")).StartedEarlier();
        await world.SchoolHead(SchoolHead, $"{Mark}директорова Нина Олеговна");
        await world.HeadOf(TheirHead, await world.Sql<long>($"select school_id from person where chat_id = {Teacher}"),
            $"{Mark}директорова Алла Петровна");
        var (tutor, teacher) = (await Person(world, Tutor), await Person(world, Teacher));
        await world.Sql<int>(
            $"update school set name = '{Mark} ' || name; insert into tutor (person_id, join_link) values ({tutor}, " +
            $"'https://meet.example.org/{Mark}')");

        var draft = await world.Seminar(title: $"{Mark} черновик", state: "Draft");
        var over = await world.Seminar(startsIn: TimeSpan.FromHours(-3), title: "Открытая встреча");
        await world.Leads(over, Tutor);
        await world.Came(over, came: true, Teacher);
        await world.Sql<int>($"""
            insert into nomination (seminar_id, person_id, school_id, by_person, state, asked_at, answer_by, for_start, remind_at, ended_at)
            select s.id, p.id, p.school_id, p.id, 'Accepted', {world.Now}, {world.Now}, s.starts_at, {world.Now}, {world.Now}
            from seminar s, person p where s.id = {over} and p.chat_id = {SchoolHead}
            """);
        var signUp = await world.Sql<long>("select max(id) from sign_up");
        await world.Sql<int>($"insert into missed_question (sign_up_id, marked_at, asked) values ({signUp}, {world.Now}, true)");
        var certificate = await world.Sql<long>($"""
            insert into certificate (year, in_year, code, kind, person_id, seminar_id, name, issued_at, printed_at)
            values (2026, 1, 'abcdefghijklmnopqrstuv', 'Attended', {teacher}, {over}, '{Mark} Анна', {world.Now}, {world.Now}) returning id
            """);
        var confirmed = await Consultation(world, "Confirmed", "now", 60);
        var toAnswer = await Consultation(world, "Confirmed", "past", -180);
        var request = await Consultation(world, "Requested", "asked", null);
        var group = await world.Sql<long>($"""
            with it as (
                insert into consultation (kind, tutor_id, topic, state, starts_at, ends_at, seats, least, agree_by, open_since, created_at,
                    asked_at)
                values ('Group', {tutor}, '{Mark} группа', 'Inviting', '{At(world, 3000)}', '{At(world, 3045)}', 5, 2, '{At(world, 2000)}',
                    {world.Now}, {world.Now}, {world.Now}) returning id)
            insert into consultation_member (consultation_id, person_id, state, at) select id, {teacher}, 'Invited', {world.Now} from it
                returning consultation_id
            """);
        var entry = await world.Sql<long>($"""
            insert into journal_entry (tutor_id, teacher_id, day, topic, form, minutes, held, private_note, created_at)
            values ({tutor}, {teacher}, '2026-11-20', '{Mark} урок', 'Visit', 40, true, '{Mark} заметка', {world.Now}) returning id
            """);
        var inquiry = await world.Sql<long>($"""
            with q as (insert into inquiry (asker_id, waits_since) values ({teacher}, {world.Now}) returning id, asker_id)
            insert into inquiry_word (inquiry_id, author_id, by_head, words, said_at) select id, asker_id, false, '{Mark} вопрос',
                {world.Now} from q returning inquiry_id
            """);
        var assignment = await world.Sql<long>($"""
            insert into tutoring_assignment (tutor_id, teacher_id, since, made_by) select {tutor}, {teacher}, '2026-11-01', id from person
                where chat_id = {Head} returning id
            """);
        var invitation = await world.Sql<long>($"""
            insert into invitation (code, role, made_by, made_at, expires_at, used_by, used_at)
            select '{Mark}1234567890123456', 'Head', id, {world.Now}, '{At(world, 9000)}', {teacher}, {world.Now} from person
                where chat_id = {Head} returning id
            """);
        var school =
            await world.Sql<long>(
            $"insert into school (name, kind, created_at) values ('{Mark} новая школа', 'Other', {world.Now}) returning id");
        var coming = await world.Seminar(title: "Встреча впереди");
        var nomination = await world.Nominated(coming, Teacher, TheirHead);
        var (plan, item) = await Planned(world);
        var import = await Imported(world);
        var survey = (await FillingCast.AsksOne(world,
            await world.Sql<long>($"select school_id from person where chat_id = {Teacher}"), $"{Mark} полугодие")).Survey.Value;
        var checkedSurvey = long.Parse((await world.SentSurvey(Mark)).Split('.')[0], CultureInfo.InvariantCulture);
        var roster = await world.Sql<long>($"""
            insert into roster_import (school_id, by_person, sealed, at)
            select school_id, id, 'x', {world.Now} from person where chat_id = {SchoolHead} returning id
            """);

        var (summed, recommendation) = await Surveyed(world);

        return
        [
            new("mv", summed, Head, Mark, Role.Head, Role.Methodologist, Role.Observer),
            new("mr", recommendation, TheirHead, Mark, Role.Head, Role.Methodologist),
            new("s", draft, Head, Mark, Role.Head), new("sc", draft, Head, Mark, Role.Head),
            new("sp", over, Tutor, Mark, Role.Head), new("at", over, Tutor, Mark, Role.Head),
            new("fv", over, Tutor, "Открытая встреча", Role.Head),
            new("mp", over, Tutor, "Открытая встреча", Role.Head), new("nh", over, Head, "Открытая встреча", Role.Head),
            new("nol", over, SchoolHead, "Список направленных педагогов: 1 человек"),
            new("ms", signUp, Teacher, "Открытая встреча"),
            new("fb", 2 * over, Teacher, "Открытая встреча"), new("fa", 2 * over, Teacher, "Отзыва об этой встрече от вас ещё нет"),
            new("fb", 2 * confirmed + 1, Teacher, "не состоялась"), new("ft", tutor, Tutor, Mark, Role.Head),
            new("fl", 0, Head, "Отзыв", Role.Head),
            new("cert", certificate, Head, Mark, Role.Head), new("certs", over, Head, "сертификаты", Role.Head),
            new("people", 0, Head, "Люди", Role.Head), new("person", tutor, Head, Mark, Role.Head),
            new("cares", tutor, Head, Mark, Role.Head),
            new("care", assignment, Head, Mark, Role.Head), new("invite", invitation, Head, Mark, Role.Head),
            new("invites", 0, Head, "приглашения", Role.Head),
            new("handover", invitation, Head, Mark), new("inq", inquiry, Teacher, Mark, Role.Head),
            new("school", school, Head, Mark, Role.Head),
            new("k", confirmed, Teacher, Mark, Role.Head), new("k", request, Tutor, Mark, Role.Head),
            new("ka", request, Head, Mark, Role.Head),
            new("o", toAnswer, Tutor, Mark), new("je", entry, Tutor, Mark),
            new("g", group, Tutor, Mark, Role.Head), new("g", group, Teacher, Mark, Role.Head), new("gs", request, Tutor, Mark, Role.Head),
            new("load", 0, Head, "Нагрузка", Role.Head), new("lt", tutor, Head, Mark, Role.Head),
            new("pdl", 2026, Head, "Скачать план", PlanReaders), new("px", import, Head, Mark),
            new("rx", roster, SchoolHead, "Список учителей ждёт"),
            new("plan", 2026, Head, Mark, PlanReaders), new("pl", plan, Head, Mark, PlanReaders), new("pi", item, Head, Mark, PlanReaders),
            new("pn", plan, Head, "напоминать не о чем", Role.Head),
            new("pt", item, Head, "прежний", Role.Head), new("pf", plan, Head, Mark, PlanReaders),
            new("pim", item, Head, "Мероприятия по пункту", PlanReaders),
            new("log", 0, Head, "Журнал действий", Role.Head), new("past-Person", tutor, Head, Mark, Role.Head),
            new("past-Seminar", over, Tutor, "Открытая встреча", Role.Head),
            new("past-Consultation", confirmed, Tutor, "Консультация", Role.Head),
            new("past-Survey", survey, Head, Mark, Role.Head, Role.Methodologist),
            new("pe", item, Head, Mark, Role.Head), new("pd", item, Head, Mark, PlanReaders), new("pr", 2026, Head, Mark, Role.Head),
            new("ps", plan, Head, Mark, Role.Head), new("pv", item, Methodologist, Mark, Role.Methodologist),
            new("pm", plan, Methodologist, Mark, Role.Methodologist), new("pc", plan, Methodologist, "что изменилось", Role.Methodologist),
            new("ph", item, Head, "история", Role.Head, Role.Methodologist),
            new("pph", plan, Head, "история", Role.Head, Role.Methodologist),
            new("dg", 0, Head, "Недел", Role.Head, Role.Methodologist, Role.Observer),
            new("dgl", 0, Head, "Заявки без ответа", Role.Head, Role.Methodologist),
            new("dgs", draft, Head, "запис", Role.Head, Role.Methodologist),
            new("dgd", school, Head, "школ", Role.Head, Role.Methodologist),
            new("dgu", teacher, Head, "снова получает сообщения", Role.Head, Role.Methodologist),
            new("nm", coming, TheirHead, Mark, Role.SchoolHead), new("nn", nomination, TheirHead, Mark),
            new("na", nomination, Teacher, "Встреча впереди"),
            new("mf", survey, TheirHead, Mark),
            new("monitoring", 0, Head, "Мониторинг", Role.Head, Role.Methodologist, Role.Observer, Role.SchoolHead),
            new("mi", 0, Head, "Показатели", PlanReaders), new("mii", await Indicator(world), Head, Mark, PlanReaders),
            new("mo", (await world.DraftToOpen()).Value, Head, "черновик", Role.Head, Role.Methodologist),
            new("mol", 0, Head, "Опросы", PlanReaders),
            new("ef", 0, Head, "Эффективность площадки", PlanReaders), new("efl", 0, Head, "Заключения", PlanReaders),
            new("efg", 2026, Methodologist, "Цели на 2026/27", Role.Methodologist),
            new("efc", await world.Concluded(sent: true, Mark), Head, Mark, PlanReaders),
            new("efc", await world.Concluded(sent: false, Mark), Methodologist, Mark, Role.Methodologist),
            new("lr", 0, Head, "Реестр методических разработок", PlanReaders),
            new("schp", teacher, TheirHead, Mark), new("schm", over, TheirHead, Mark),
            new("mo", checkedSurvey, Head, Mark, Checkers), new("mod", checkedSurvey, Head, Mark, Checkers),
            new("ma", checkedSurvey, Head, Mark, Checkers),
            .. await BroadcastRows.Plant(world, Mark, Head), .. await AddingRows.Plant(world, Mark, Tutor, Head),
            new("bmt", over, Tutor, "Открытая встреча", Role.Head),
            .. await ReadingRows.Plant(world, Mark, Head),
        ];
    }

    private static readonly Role[] Checkers = [Role.Head, Role.Methodologist];

    /// <summary>A survey of the school of <c>TheirHead</c> that is closed, and what was recommended to it.</summary>
    private static async Task<(long Survey, long Recommendation)> Surveyed(World world)
    {
        var school = await world.Sql<long>($"select school_id from person where chat_id = {Teacher}");
        var survey = await world.Asks(2, [school], await world.Indicator($"{Mark} риски"));
        await world.Closes(survey);
        return (survey.Value, await world.Sql<long>($"""
            insert into recommendation (school_id, survey_id, words, by_person, at)
            values ({school}, {survey.Value}, '{Mark} рекомендация', {await Person(world, Head)}, {world.Now}) returning id
            """));
    }

    private static readonly Role[] PlanReaders = [Role.Head, Role.Methodologist, Role.Observer];

    private static async Task<long> Indicator(World world)
    {
        var version = await world.Indicator($"{Mark} показатель");
        return await world.Sql<long>($"select indicator_id from indicator_version where id = {version.Value}");
    }

    /// <summary>A table of the plan that was handed in and read.</summary>
    private static Task<long> Imported(World world) => world.Sql<long>($$$"""
        insert into plan_import (year, by_person, content, at)
        select 2026, id, '{"rows": [{"printed": null, "responsible": "Тьюторы", "keepsAudience": false, "text": {"form": "Other",
            "title": "{{{Mark}}} таблица", "term": {"first": "2026-12-01", "last": "2026-12-31"}, "responsible": {"words": "Тьюторы"},
            "result": "План"}}], "unread": []}', {{{world.Now}}} from person where chat_id = {{{Head}}}
        returning id
        """);

    /// <summary>A plan with an item in force.</summary>
    private static async Task<(long Plan, long Item)> Planned(World world)
    {
        var head = await Person(world, Head);
        var item = await world.Sql<long>($"""
            with p as (insert into plan (year, last_number, created_by, created_at) values (2026, 1, {head}, {world.Now}) returning id),
            i as (insert into plan_item (plan_id, number, state, agreed_version) select id, 1, 'Agreed', 1 from p returning id)
            insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible, result, by_person, at, sent_at)
            select id, 1, 'RoundTable', '{Mark} круглый стол', '2026-12-01', '2026-12-31', 'Тьюторы', 'Рекомендации', {head}, {world.Now},
                {world.Now} from i returning item_id
            """);
        return (await world.Sql<long>("select id from plan"), item);
    }

    private static async Task<long> Consultation(World world, string state, string words, int? startsIn) => await world.Sql<long>($"""
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, join_link, created_at, asked_at)
        values ('Individual', {await Person(world, Teacher)}, {await Person(world, Tutor)}, '{Mark} {words}', '{state}',
            {(startsIn is { } from
                ? $"'{At(world, from)}', '{At(world, from + 45)}', 'https://meet.example.org/{Mark}'" : "null, null, null")},
            {world.Now}, {world.Now})
        returning id
        """);

    private static string At(World world, int minutes) => $"{world.Clock.GetUtcNow().AddMinutes(minutes):O}";

    private static Task<long> Person(World world, long chat) => world.Sql<long>($"select id from person where chat_id = {chat}");
}
