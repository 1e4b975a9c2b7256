using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>A decision's button in a digest of some days ago acts on how things stand today.</summary>
public sealed class DigestDecisionStories(TestCluster cluster)
{
    [Fact]
    public async Task No_letter_says_that_a_school_is_silent_which_takes_part_again()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await SeminarCast.Teacher(world, 1_000);
        await world.LongAgo();
        await world.Sql<int>("update school set kind = 'Other' where name <> 'Школа № 1000'");
        await head.Types("/digest");
        await head.Taps("Написать директору: Школа № 1000");
        await head.Sees("не участвуют в работе");
        await head.Types("/digest");
        await head.SeesButton("Написать директору");
        await world.Held(World.Morning.AddHours(-3), signedUp: 1, came: 1);
        await head.Taps("Написать директору");
        await head.Sees("снова участвует");
        Assert.DoesNotContain("Здравствуйте", head.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seminar_that_has_filled_up_is_not_advertised_as_having_seats()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var director = await SeminarCast.Teacher(world, 8, "Громова Анна Олеговна", nameof(Role.SchoolHead));
        director.StartedEarlier();
        var seminar = await world.Seminar(seats: 5, startsIn: TimeSpan.FromDays(3));
        await head.Types("/digest");
        await head.Taps("Напомнить школам");
        await head.SeesButton("Отправить 1 руководителю");
        for (var n = 0; n < 5; n++) await SeminarCast.Teacher(world, 100 + n);
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select {seminar}, id, 'Confirmed', '{World.Morning:O}', '{World.Morning:O}' from person where chat_id between 100 and 104
            """);
        await head.Taps("Отправить 1 руководителю");
        await head.Sees("Все места уже заняты");
        await world.Idle();
        Assert.DoesNotContain(director.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task An_invitation_that_waits_for_the_morning_is_taken_back_when_the_seminar_is_cancelled()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var director = await SeminarCast.Teacher(world, 8, "Громова Анна Олеговна", nameof(Role.SchoolHead));
        director.StartedEarlier();
        var seminar = await world.Seminar(seats: 5, startsIn: TimeSpan.FromDays(3));
        world.Clock.Advance(TimeSpan.FromHours(13));
        await head.Types("/digest");
        await head.Taps("Напомнить школам");
        await head.Taps("Отправить 1 руководителю");
        await head.Sees("Готово");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where dedup like 'call:%' and done_at is null"));
        await head.Types($"/start e_{seminar}");
        await head.Taps("Отменить мероприятие");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        await head.Sees("Мероприятие отменено");
        await world.Pass(TimeSpan.FromHours(11));
        Assert.DoesNotContain(director.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task A_list_goes_back_to_the_digest_it_was_opened_from()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.LongAgo();
        await world.Pass(TimeSpan.FromHours((6 * 24) - 2));
        var digest = await head.SeesMessage("📊 Неделя 23–29 ноября 2026");
        await head.TapsOn(digest, "Школы не участвуют");
        await head.Sees("Школы, из которых 30 дней никто не участвует");
        await head.Taps("›");
        await head.Taps("← К сводке");
        await world.Idle();
        var back = head.Chat.Last(m => m.FromBot && m.Text.StartsWith("📊", StringComparison.Ordinal)).Text;
        Assert.Equal(digest.Text, back);
        Assert.DoesNotContain(head.Chat, m => m.Text.Contains("Неделя ещё идёт", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_head_of_a_school_is_in_the_bot_the_invitation_is_to_be_sent_on()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Seminar(seats: 20, startsIn: TimeSpan.FromDays(3));
        await head.Types("/digest");
        await head.Taps("Напомнить школам");
        Assert.StartsWith("Приглашаем педагогов вашей школы", await head.Sees("Места ещё есть"), StringComparison.Ordinal);
        Assert.StartsWith("Руководителей школ в боте пока нет", head.LastToast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_about_somebody_who_is_back_is_not_offered()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var tutor = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична", nameof(Role.Tutor));
        await tutor.Blocks();
        await world.Idle();
        await head.Types("/digest");
        await head.SeesButton("Через школу: Козлова В. И.");
        await tutor.Unblocks();
        await world.Idle();
        await head.Taps("Через школу: Козлова В. И.");
        await head.Sees("снова получает сообщения");
    }

    [Fact]
    public async Task A_school_whose_only_teacher_came_and_has_left_since_is_heard_of_and_their_new_school_is_not()
    {
        await using var world = await cluster.Digests();
        await world.Readers();
        await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.Held(World.Morning.AddHours(-3), signedUp: 1, came: 1);
        await world.LongAgo();
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var decisions = scope.ServiceProvider.GetRequiredService<DecisionReader>();
        async Task<(bool Old, bool New)> AreSilent() =>
            (await decisions.IsSilent(await SchoolOf("Школа № 1000"), World.Morning), await decisions.IsSilent(await SchoolOf("Школа № 9"),
                World.Morning));
        async Task<SchoolId> SchoolOf(string name) => new(await world.Sql<long>($"select id from school where name = '{name}'"));
        Assert.Equal((false, true), await AreSilent());

        await world.Sql<int>($"""
            update person set school_id = (select id from school where name = 'Школа № 9'), leaves_school_at = '{World.Morning:O}'
            where chat_id = 1000
            """);
        Assert.Equal((false, true), await AreSilent());
    }
}
