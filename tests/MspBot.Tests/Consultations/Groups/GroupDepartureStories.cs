using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>Groups when somebody leaves, and what is nobody else's to do.</summary>
public sealed class GroupDepartureStories(TestCluster cluster)
{
    [Fact]
    public async Task Nobody_else_can_do_what_the_tutor_does()
    {
        await using var world = await World.Open(cluster);
        await world.ThursdayTutor(5);
        var group = await world.Group();
        var anna = await world.Asking(1, "Петрова Анна Ивановна", null);
        await world.Invite(group, 1);
        var other = await world.ThursdayTutor(6, "Белова Ольга Петровна");
        foreach (var who in new[] { anna, other })
        {
            await who.LooksAround();
            foreach (var data in new[] { "ok", "call", "ics", "what" }) await who.TapsData(who.Chat.Last(m => m.FromBot),
                $"c:g:{group}:{data}");
            foreach (var flow in new[] { "group-move", "group-cancel" }) await who.TapsData(who.Chat.Last(m => m.FromBot),
                $"n:{flow}:{group}");
            await world.Idle();
            Assert.False(Walker.IsQuestion(who.Chat.Last(m => m.FromBot)));
        }
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), "n:group:1");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), "c:gs:2:show");
        await world.Idle();
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("О чём будет встреча?", StringComparison.Ordinal)
            || m.Text.Contains("просят об одном", StringComparison.Ordinal));
        Assert.Equal(1,
            await world.Sql<int>(
            $"select count(*) from consultation where id = {group} and state = 'Inviting' and version = 1 and open_since is null"));
        Assert.Equal("Invited", await world.Sql<string>("select state from consultation_member"));
    }

    [Fact]
    public async Task A_member_who_is_erased_leaves_and_their_request_ends_with_them()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await Erase(anna);
        await world.Idle();

        Assert.Equal("Cancelled", await world.StateOf(1));
        Assert.Equal("Declined", await world.Sql<string>("select state from consultation_member order by request_id limit 1"));
        await tutor.Opens(4);
        await tutor.DoesNotSee("Петрова");
    }

    [Fact]
    public async Task A_tutor_who_is_erased_leaves_no_group_behind_and_no_words()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await Erase(tutor);

        await anna.Sees("Групповой консультации не будет");
        await world.Idle();
        Assert.Equal(("Cancelled", "Requested"), (await world.StateOf(4), await world.StateOf(1)));
        Assert.Equal("—", await world.Sql<string>("select topic from consultation where id = 4"));
        Assert.Null(await world.Sql<long?>("select tutor_id from consultation where id = 1"));
    }

    [Fact]
    public async Task A_tutor_who_loses_the_role_gathers_no_more_and_the_requests_wait_for_another()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await head.LooksAround();
        await head.TapsData(head.Chat.Last(m => m.FromBot),
            $"c:person:{await world.Sql<long>("select id from person where chat_id = 5")}:take:Tutor");

        await anna.Sees("Групповой консультации не будет");
        await world.Idle();
        Assert.Equal(("Cancelled", "Requested"), (await world.StateOf(4), await world.StateOf(1)));
        Assert.Null(await world.Sql<long?>("select tutor_id from consultation where id = 1"));
    }

    [Fact]
    public async Task A_request_that_comes_back_to_who_is_tutor_no_more_goes_to_the_heads()
    {
        await using var world = await World.Open(cluster);
        var former = await world.ThursdayTutor(6, "Белова Ольга Петровна");
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await world.ThursdayTutor(5);
        var anna = await world.Asking(1, "Петрова Анна Ивановна", 6, state: "Requested");
        var group = await world.Group();
        await world.Invite(group, 1);
        await anna.Opens(group);
        await anna.Taps("Участвовать");
        await head.LooksAround();
        await head.TapsData(head.Chat.Last(m => m.FromBot),
            $"c:person:{await world.Sql<long>("select id from person where chat_id = 6")}:take:Tutor");
        await world.Idle();
        Assert.Equal("Grouped", await world.StateOf(1));

        await anna.Taps("Отказаться от участия");
        await head.Sees("Заявка осталась без тьютора");
        await head.SeesButton("Назначить");
        await former.DoesNotSee("снова ждёт вашего ответа");
        Assert.Null(await world.Sql<long?>("select tutor_id from consultation where id = 1"));
        Assert.Equal("Requested", await world.StateOf(1));
    }

    private static async Task Erase(Visitor who)
    {
        await who.Types("/profile");
        await who.Taps("Удалить мои данные");
        await who.Taps("Да, удалить");
    }
}
