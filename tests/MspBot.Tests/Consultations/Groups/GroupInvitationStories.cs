using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>What one who is invited to a group sees, hears and may change.</summary>
public sealed class GroupInvitationStories(TestCluster cluster)
{
    [Fact]
    public async Task While_an_invitation_waits_for_the_teacher_nobody_says_that_the_tutor_is_silent()
    {
        await using var world = await World.Open(cluster);
        var (tutor, _, boris, vera) = await Three(world);
        await Gather(tutor);
        await world.PassInSteps(TimeSpan.FromHours(27), TimeSpan.FromHours(1));
        Assert.Equal(0,
            await world.Sql<int>("select count(*) from consultation where num_nonnulls(nudged_at, teacher_told_at, head_asked_at) > 0"));

        // Boris says no, for Vera the deadline does: the tutor has four hours from then on.
        await boris.Taps("Не могу");
        await world.PassInSteps(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation where nudged_at is not null"));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation where nudged_at is not null"));
        await boris.DoesNotSee("Тьютор пока не ответил");
        await vera.DoesNotSee("Тьютор пока не ответил");
    }

    [Fact]
    public async Task Whoever_changes_their_mind_gets_their_request_back_and_may_return()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await anna.TapsAgain();
        Assert.Equal("Вы уже участвуете", anna.LastToast);

        await anna.Taps("Отказаться от участия");
        Assert.Equal("Вы отказались от участия", anna.LastToast);
        await tutor.Sees("Заявка снова ждёт вашего ответа");
        // Its hour is a wish now: nobody holds it.
        Assert.Equal(("Requested", "Proposed"),
            (await world.StateOf(1), await world.Sql<string>("select kind from consultation_time where consultation_id = 1")));
        await anna.TapsAgain();
        Assert.Equal("Вы уже отказались", anna.LastToast);

        await anna.Taps("Участвовать");
        Assert.Equal("Grouped", await world.StateOf(1));
        await world.Idle();
        await tutor.Types("/requests");
        await tutor.Sees("Группа");
        await tutor.DoesNotSee("Петрова");
    }

    [Fact]
    public async Task In_my_records_and_on_top_of_the_menu_stands_the_invitation_and_then_the_meeting()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Sees("Тьютор собирает группу");
        await anna.Types("/menu");
        await anna.Sees("Вас зовут на групповую консультацию");
        await anna.Types("/my");
        await anna.Sees("ждём вашего ответа");
        await anna.Taps("26.11 14:00 · Группа");
        await anna.Taps("Участвовать");
        await anna.Types("/my");
        await anna.Sees("вы участвуете, группа собирается");
        await tutor.Types("/my");
        await tutor.Sees("вы собираете, согласились 1 из 5");
    }

    [Fact]
    public async Task At_night_nobody_is_woken_and_an_invitation_that_has_become_wrong_is_not_sent()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        world.Clock.Advance(TimeSpan.FromHours(12));
        await Gather(tutor);
        await world.Idle();
        await anna.DoesNotSee("группу");
        await tutor.Opens(4);
        await tutor.Taps("Отменить встречу");
        await tutor.Taps("Пропустить");
        await tutor.Taps("Отменить встречу");
        await world.Pass(TimeSpan.FromHours(11));
        await anna.Sees("отменил групповую консультацию");
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("Тьютор собирает", StringComparison.Ordinal));
    }
}
