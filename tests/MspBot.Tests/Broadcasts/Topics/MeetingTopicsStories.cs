using MspBot.Tests.Certificates;
using MspBot.Tests.Feedback;
using MspBot.Tests.Materials;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Topics;

/// <summary>Topics of a meeting: ticked by its leader and heads, at most five.</summary>
public sealed class MeetingTopicsStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_ticks_at_most_five_topics_of_a_published_meeting_and_each_is_logged()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        for (var number = 1; number <= 6; number++) await world.Topic($"Тема {number}");
        var id = await world.Seminar();
        await head.Types($"/start e_{id}");
        await head.Taps("Темы мероприятия");
        await head.Sees("О чём это мероприятие?");
        for (var number = 1; number <= 5; number++)
        {
            await head.Taps($"Тема {number}");
            await head.SeesButton($"✅ Тема {number}");
        }
        await head.Taps("Тема 6");
        await world.Idle();
        Assert.Equal(5, await world.Sql<int>($"select count(*) from seminar_topic where seminar_id = {id}"));
        await head.Taps("✅ Тема 1");
        await head.Taps("Тема 6");
        await head.SeesButton("✅ Тема 6");
        Assert.Equal(7, await world.Sql<int>("select count(*) from action_log where action = 'SeminarTopicsChanged'"));
        await head.Taps("← К мероприятию");
        await head.SeesButton("Темы мероприятия");
    }

    [Fact]
    public async Task Its_leader_ticks_a_teacher_sees_no_such_button_and_without_a_list_it_is_said()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var (tutor, teacher) = (await world.AuthorOfLibrary(), await world.ReaderOfLibrary());
        var id = await world.Seminar();
        await world.Leads(id, MaterialCast.Author);
        await tutor.Types($"/start e_{id}");
        await tutor.Taps("Темы мероприятия");
        await tutor.Sees("Список тем пока пуст");
        await teacher.Types($"/start e_{id}");
        await teacher.Sees(SeminarCast.Title);
        Assert.DoesNotContain("Темы мероприятия", teacher.Chat[^1].Buttons.SelectMany(row => row).Select(button => button.Label));
    }
}
