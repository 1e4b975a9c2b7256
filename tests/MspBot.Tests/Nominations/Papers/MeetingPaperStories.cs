using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Nominations.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Papers;

/// <summary>Papers of meetings are taken by those who answer for them, and each taking is written down.</summary>
public sealed class MeetingPaperStories(TestCluster cluster)
{
    [Fact]
    public async Task A_schools_head_takes_the_list_of_one_meeting_and_of_all_that_come()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var first = await world.Seminar(seats: 10);
        var second = await world.Seminar(seats: 10, startsIn: TimeSpan.FromDays(9), title: "Письмо");
        await Sent(world, first, "Asked");
        await Sent(world, second, "Accepted");

        await Presses(world, cast.Head, $"c:nm:{first}:show");
        await cast.Head.Taps("Список для приказа");
        var one = Words(await cast.Head.SeesFile("Список направленных педагогов 24.11.2026"));
        Assert.Contains("Иванова Мария Петровна", one);
        Assert.DoesNotContain("Письмо", one, StringComparison.Ordinal);
        await Presses(world, cast.Head, "c:np:0:show");
        await cast.Head.Taps("Список для приказа");
        var all = Words(await cast.Head.SeesFile("Список направленных"));
        Assert.Contains("Письмо", all, StringComparison.Ordinal);
        Assert.Contains("Согласие в системе 24.11.2026", all, StringComparison.Ordinal);

        Assert.Equal("Seminar OrderList 1 SchoolHead, School OrderList 2 SchoolHead", await world.Sql<string>("""
            select string_agg(concat_ws(' ', subject, detail ->> 'file', detail ->> 'rows', role), ', ' order by id)
            from action_log where action = 'FileTaken'
            """));
    }

    [Fact]
    public async Task Who_works_elsewhere_by_now_is_in_no_list_for_the_order_but_of_what_they_took_part_in()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var ended = await world.Seminar(seats: 10, startsIn: TimeSpan.FromDays(-1), title: "Письмо");
        await Sent(world, ended, "Accepted");
        await Sent(world, await world.Seminar(seats: 10), "Accepted");
        await world.Colleague(23, of: 22, "Белова Вера Олеговна");
        await world.Nominated(2, 23, by: 21);
        await world.MovesTo(22, of: 31);
        await world.Sql<int>("update person set position = 'директор' where chat_id = 22");

        await Presses(world, cast.Head, "c:nol:0:take");
        var all = Words(await cast.Head.SeesFile("Список направленных"));
        Assert.Contains("Белова Вера Олеговна", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", all, StringComparison.Ordinal);
        await Presses(world, cast.Head, $"c:nol:{ended}:take");
        var past = Words(await cast.Head.SeesFile("Список направленных"));
        Assert.Contains("Иванова Мария Петровна", past, StringComparison.Ordinal);
        Assert.DoesNotContain("директор", past, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_takes_the_sheet_before_it_and_the_minutes_once_it_has_begun()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var id = await world.Seminar(seats: 10);
        await world.Leads(id, 31);
        await cast.Teacher.SignsUp();
        await world.Idle();

        await cast.OtherHead.Types("/start e_1");
        await cast.OtherHead.Taps("Кто записан");
        await cast.OtherHead.Taps("Бумаги мероприятия");
        await cast.OtherHead.Taps("Лист регистрации");
        Assert.Contains("Иванова Мария Петровна", Words(await cast.OtherHead.SeesFile("Лист регистрации участников 01.12.2026")),
            StringComparison.Ordinal);
        await Presses(world, cast.OtherHead, $"c:mp:{id}:minutes");
        Assert.DoesNotContain(cast.OtherHead.Chat, m => m.File?.Name.Contains("Протокол", StringComparison.Ordinal) == true);

        await world.Pass(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(5));
        await cast.Teacher.Types("/start e_1");
        await cast.Teacher.Taps("Подключиться");
        await Presses(world, cast.OtherHead, $"c:mp:{id}:show");
        await cast.OtherHead.Taps("Протокол");
        Assert.Contains("1. Иванова Мария Петровна, учитель, Школа № 21", Words(await cast.OtherHead.SeesFile("Протокол 01.12.2026")),
            StringComparison.Ordinal);
        Assert.Equal("RegistrationSheet, Minutes", await world.Sql<string>(
            "select string_agg(detail ->> 'file', ', ' order by id) from action_log where action = 'FileTaken'"));
    }

    [Fact]
    public async Task Who_has_erased_their_data_is_on_no_sheet_by_name()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var id = await world.Seminar(seats: 10, startsIn: TimeSpan.FromMinutes(30));
        await cast.Teacher.SignsUp();
        await world.Pass(TimeSpan.FromHours(3));
        await cast.Teacher.Types("/profile");
        await cast.Teacher.Taps("Удалить мои данные");
        await cast.Teacher.Taps("Да, удалить всё обо мне");
        await world.Idle();

        await Presses(world, cast.Site, $"c:mp:{id}:sheet");
        var sheet = Words(await cast.Site.SeesFile("Лист регистрации"));
        Assert.Contains("участник, удаливший данные", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_presses_bring_no_paper()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var id = await world.Seminar(seats: 10);
        await Sent(world, id, "Asked");

        foreach (var who in new[] { cast.OtherHead, cast.Teacher })
        {
            foreach (var press in new[] { $"c:nol:{id}:take", "c:nol:0:take", $"c:mp:{id}:sheet", $"c:mp:{id}:show" })
                await Presses(world, who, press);
            await who.Sees("Этого больше нет или оно вам недоступно.");
        }
        await world.Sql<int>("update person_role set school_id = null where role = 'SchoolHead'");
        await Presses(world, cast.Head, $"c:nol:{id}:take");
        await world.Idle();
        Assert.All(new[] { cast.Head, cast.OtherHead, cast.Teacher }, who => Assert.DoesNotContain(who.Chat, m => m.File is not null));
        Assert.Equal(0, await world.Sql<int>("select count(*) from action_log where action = 'FileTaken'"));
    }

    /// <summary>The teacher of school № 21 is sent by its head.</summary>
    private static Task<int> Sent(World world, long seminar, string state) => world.Sql<int>($"""
        with n as (
            insert into nomination (seminar_id, person_id, school_id, by_person, state, asked_at, answer_by, for_start, remind_at, ended_at)
            select s.id, p.id, p.school_id, h.id, '{state}', {world.Now}, s.starts_at, s.starts_at, s.starts_at,
                {(state == "Asked" ? "null" : world.Now)}
            from seminar s, person p, person h where s.id = {seminar} and p.chat_id = 22 and h.chat_id = 21
            returning id, seminar_id, person_id
        )
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, nomination_id)
        select seminar_id, person_id, 'Confirmed', {world.Now}, {world.Now}, id from n
        """);

    private static async Task Presses(World world, Visitor who, string data)
    {
        await world.Idle();
        await who.LooksAround();
        await who.TapsData(who.Chat.Last(m => m.FromBot), data);
    }

    private static string Words(ChatFile file)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file.Bytes.ToArray()), false);
        return string.Join('\n', document.MainDocumentPart!.Document!.Body!
            .Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }
}
