using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>One row that a job cannot treat does not hold up the others, and /health shows it.</summary>
public sealed class JobStories(TestCluster cluster)
{
    private const string Nudge = "Заявка ждёт вашего ответа";

    [Fact]
    public async Task A_request_that_cannot_be_written_does_not_keep_another_tutor_from_being_reminded()
    {
        await using var world = await World.Open(cluster);
        var (one, two) = (await world.TutorWithHours(3, "Соколова Ирина Олеговна"),
            await world.TutorWithHours(4, "Козлова Вера Ильинична"));
        await world.Asking(5, "Белова Вера Олеговна", 3, topic: "Проценты");
        await world.Asking(6, "Громова Вера Олеговна", 4, topic: "Глаголы");
        await world.Poison("consultation", "id", await world.Sql<long>("select min(id) from consultation"));
        await world.Visitor(9).Types("/help");   // something was received

        await world.Pass(TimeSpan.FromHours(5));
        Assert.Equal([0, 1], new[] { one, two }.Select(tutor => tutor.Hears(Nudge)));
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, health.GetProperty("jobs").GetProperty("untreated").GetProperty("requests without an answer").GetInt32());

        await world.Heal("consultation");
        await world.RunJobs();
        Assert.Equal([1, 1], new[] { one, two }.Select(tutor => tutor.Hears(Nudge)));
        Assert.Equal("{}", (await Health(world)).Health.GetProperty("jobs").GetProperty("untreated").GetRawText());
    }

    [Fact]
    public async Task A_group_that_cannot_be_decided_does_not_keep_another_from_its_decision()
    {
        await using var world = await World.Open(cluster);
        await GroupCast.Three(world);
        var (one, two) = (await world.Group(), await world.Group());
        await world.Poison("consultation", "id", one);

        await world.Pass(TimeSpan.FromDays(9));
        Assert.Equal("Inviting", await world.StateOf(one));
        Assert.NotEqual("Inviting", await world.StateOf(two));
        await world.Heal("consultation");
        await world.RunJobs();
        Assert.NotEqual("Inviting", await world.StateOf(one));
    }

    [Fact]
    public async Task A_seminar_or_a_person_that_cannot_be_written_does_not_keep_others_from_what_follows_a_meeting()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var all = await world.Teachers(2);
        var one = await world.Seminar(startsIn: FeedbackCast.TwoHours, title: "Первый семинар");
        await world.Came(one, came: true, 1);
        await world.Came(await world.Seminar(startsIn: FeedbackCast.TwoHours, title: "Второй семинар"), came: true, 2);
        await world.Poison("seminar", "id", one);
        await world.Poison("feedback_request", "person_id", await world.Sql<long>("select id from person where chat_id = 1"));

        await world.Pass(TimeSpan.FromHours(6));
        Assert.Equal((0, 1), (Ended(head, "Первый семинар"), Ended(head, "Второй семинар")));
        Assert.Equal([0, 1], all.Select(teacher => teacher.Hears("Оцените")));

        await world.Heal("seminar");
        await world.Heal("feedback_request");
        await world.RunJobs();
        Assert.Equal((1, 1), (Ended(head, "Первый семинар"), Ended(head, "Второй семинар")));
        Assert.Equal([1, 1], all.Select(teacher => teacher.Hears("Оцените")));
    }

    [Fact]
    public async Task A_reminder_that_cannot_be_written_does_not_keep_others_from_theirs()
    {
        await using var world = await World.Open(cluster);
        Visitor[] heads = [(await SeminarCast.Head(world)).StartedEarlier(), (await SeminarCast.Head(world, 900_002)).StartedEarlier()];
        var all = await world.Teachers(4);
        var one = await world.Seminar(seats: 9, title: "Первый семинар");
        var two = await world.Seminar(seats: 9, title: "Второй семинар");
        await world.Came(one, came: null, 1, 2, 3);
        await world.Came(two, came: null, 4);
        await world.Visitor(9).Types("/help");   // something was received
        var unwritable = await world.Sql<string>(
            $"select string_agg(id::text, ', ') from person where chat_id = 2 or id = (select leader_id from seminar where id = {one})");
        await world.Poison("meeting_reminder", "person_id", unwritable!);

        await world.Pass(TimeSpan.FromDays(6));
        Assert.Equal([1, 0, 1, 1], all.Select(teacher => teacher.Hears("🔔")));
        Assert.Equal([0, 1], heads.Select(head => head.Hears("ведёте")));
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.OK, status);
        var untreated = health.GetProperty("jobs").GetProperty("untreated");
        Assert.Equal(2, untreated.GetProperty("people to remind").GetInt32());

        await world.Heal("meeting_reminder");
        await world.RunJobs();
        Assert.Equal([1, 1, 1, 1], all.Select(teacher => teacher.Hears("🔔")));
        Assert.Equal([1, 1], heads.Select(head => head.Hears("ведёте")));
        Assert.Equal("{}", (await Health(world)).Health.GetProperty("jobs").GetProperty("untreated").GetRawText());
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_is_waited_for_and_health_says_so()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/help");
        await world.Idle();
        var before = anna.Chat.Count(m => m.FromBot);
        await world.ReadOnly(true);
        await anna.Types("/help");
        await anna.Sees("Сейчас не могу ответить");
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("is read-only", health.GetProperty("database").GetString());

        await world.ReadOnly(false);
        await WireWorld.Until(() => anna.Chat.Count(m => m.FromBot) == before + 2, "the answer comes");
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
    }

    [Fact]
    public async Task Health_counts_parked_updates_and_stays_healthy()
    {
        await using var world = await World.Open(cluster);
        await world.Visitor(1).Types("/help");
        await world.Idle();
        await world.Sql<int>("update inbox set attempts = 5, error = 'InvalidOperationException'");
        var (status, health) = await Health(world);
        Assert.Equal((HttpStatusCode.OK, 1), (status, health.GetProperty("parkedUpdates").GetInt32()));
    }

    private static int Ended(Visitor head, string title) =>
        head.Chat.Count(m => m.FromBot && m.Text.Contains(title, StringComparison.Ordinal)
            && m.Buttons.SelectMany(row => row).Any(b => b.Label == "Кто был"));

    private static async Task<(HttpStatusCode Status, JsonElement Health)> Health(World world)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{world.Bot.Web.Urls.First()}/health");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.Clone());
    }
}
