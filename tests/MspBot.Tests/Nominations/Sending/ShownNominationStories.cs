using MspBot.Tests.Nominations.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>Cards in the chats of teachers and of their heads follow what becomes of a place.</summary>
public sealed class ShownNominationStories(TestCluster cluster)
{
    [Fact]
    public async Task A_lapsed_place_is_gone_from_the_teachers_own_card_too()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var stranger = await world.Stranger(41);
        await world.Seminar(seats: 1);
        var sent = await world.Nominated(1, 22, by: 21);
        await world.Sql<int>($"update nomination set answer_by = {world.Now} + interval '1 hour', remind_at = {world.Now}");
        var own = await world.Opened(cast.Teacher, "c:s:1:show");
        var nominee = await world.Opened(cast.Head, $"c:nn:{sent}:show");
        var school = await world.Opened(cast.Head, "c:np:0:show");
        Assert.Contains("Вас направляет руководитель школы", own.Text, StringComparison.Ordinal);
        await stranger.SignsUp("В лист ожидания");

        await world.Pass(TimeSpan.FromHours(3));
        await stranger.Sees("Освободилось место, вы записаны");
        await world.Idle();
        Assert.DoesNotContain("Вас направляет", own.Text, StringComparison.Ordinal);
        Assert.Contains("Мест нет", own.Text, StringComparison.Ordinal);
        Assert.Contains("не ответил(а), место передано", nominee.Text, StringComparison.Ordinal);
        Assert.Contains("Сейчас таких нет", school.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_the_seat_back_within_two_minutes_is_sent_again_and_the_school_hears_of_both()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 4, startsIn: TimeSpan.FromHours(20));
        await world.Nominated(1, 22, by: 21);
        await world.Sql<int>($"update nomination set state = 'Accepted', ended_at = {world.Now}");
        var meeting = await world.Opened(cast.Head, "c:nm:1:show");
        var own = await world.Opened(cast.Teacher, "c:s:1:show");
        for (var time = 1; time <= 2; time++)
        {
            await cast.Teacher.TapsOn(own.Message, "Отменить запись");
            await cast.Head.Sees("не сможет");
            await world.Idle();
            Assert.Contains("❌ не сможет", meeting.Text, StringComparison.Ordinal);
            await cast.Teacher.TapsOn(own.Message, "Вернуть запись");
            await cast.Head.Sees("Иванова М. П.: всё-таки придёт");
            await world.Idle();
            Assert.Contains("Иванова М. П.: ✅ придёт", meeting.Text, StringComparison.Ordinal);
            Assert.Equal((time, time), (Told("❌ Иванова М. П.: не сможет"), Told("✅ Иванова М. П.: всё-таки придёт")));
        }
        Assert.Equal(("Accepted", "Confirmed"), (await world.StateOf(22), await world.PlaceOf(22)));
        Assert.Equal(1, await world.Sql<int>("select count(*) from sign_up where nomination_id is not null and state = 'Confirmed'"));

        int Told(string words) => cast.Head.Chat.Count(m => m.Text.StartsWith(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_head_of_the_school_can_be_told_nobody_is_said_to_hear()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 4);
        await world.Nominated(1, 22, by: 21);
        await world.Sql<int>("update person set reachable = false where chat_id = 21");
        var own = await world.Opened(cast.Teacher, "c:s:1:show");

        await cast.Teacher.TapsOn(own.Message, "Не могу");
        await cast.Teacher.Sees("Кроме руководителя вашей школы причину не увидит никто");
        await cast.Teacher.Taps("Урок");
        await world.Idle();
        Assert.Equal("Ответ записан", cast.Teacher.LastToast);
        Assert.Contains("Для вашей школы держится 1 место", own.Text, StringComparison.Ordinal);
    }
}
