using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>
/// Who is let into a group that calls others than those who asked: whoever has its link, and nobody who guesses its number.
/// </summary>
public sealed class GroupLinkStories(TestCluster cluster)
{
    [Fact]
    public async Task A_guessed_number_opens_no_group_and_shows_no_link_to_the_meeting()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.ThursdayTutor(5), await Person(world, 1, "Петрова Анна Ивановна"));
        var group = await world.Group();
        await tutor.Opens(group);
        await tutor.Taps("Позвать ещё педагогов");
        await tutor.Sees("?start=g_");

        foreach (var guess in new[] { $"g_{group}", "g_", "g_999", $"g_{new string('A', 22)}" })
        {
            await anna.Types($"/start {guess}");
            await anna.Sees("Эта ссылка не подошла");
        }
        foreach (var action in new[] { "show", "yes", "no", "ics", "call" })
        {
            await anna.TapsData(anna.Chat.Last(m => m.FromBot), $"c:g:{group}:{action}");
            await world.Idle();
            Assert.Equal("Этого больше нет или оно вам недоступно.", anna.Chat[^1].Text);
        }
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_member"));
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("meet.example.org", StringComparison.Ordinal)
            || m.Text.Contains(Topic, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_follows_the_link_is_invited_also_after_registering_and_the_link_stays_the_same()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.ThursdayTutor(5);
        var group = await world.Group();
        await tutor.Opens(group);
        await tutor.Taps("Позвать ещё педагогов");
        await tutor.Sees("?start=g_");
        var link = await world.LinkOf(group);
        Assert.Equal("g_".Length + 22, link.Length);
        await tutor.Opens(group);
        await tutor.Taps("Позвать ещё педагогов");
        await tutor.Sees($"?start={link}");

        var anna = await world.Teacher(1, link: link);
        await anna.SeesButton("Участвовать");
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("meet.example.org", StringComparison.Ordinal));
        await anna.Types("/my");
        await anna.Sees("ждём вашего ответа");
        await anna.Types($"/start {link}");
        await anna.Taps("Участвовать");
        Assert.Equal("Вы участвуете", anna.LastToast);
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_member where state = 'Agreed'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_link_of_before_there_were_secrets_still_opens_the_group_to_those_who_are_in_it()
    {
        await using var world = await World.Open(cluster);
        await world.ThursdayTutor(5);
        var (anna, boris) = (await Person(world, 1, "Петрова Анна Ивановна"), await Person(world, 2, "Сидоров Борис Олегович"));
        var group = await world.Group(open: true);
        await world.Invite(group, 1);
        await anna.Types($"/start g_{group}");
        await anna.SeesButton("Участвовать");
        await boris.Types($"/start g_{group}");
        await boris.Sees("Попросите новую у тьютора");
    }
}
