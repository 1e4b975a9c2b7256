using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>Nobody counts as told to whom nothing could be sent, and whoever acts hears whom it reaches and when.</summary>
public sealed class UnheardStories(TestCluster cluster)
{
    private const string Marks = "select count(nudged_at) || ' ' || count(late_told_at) from plan";
    private const string Nudge = "1 пункт ждёт согласования с 24 ноября";

    [Fact]
    public async Task A_methodologist_who_has_stopped_the_bot_is_reminded_once_they_are_back()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var item = (await world.SentPlan(1))[0];
        await Reaches(world, FactCast.MethodologistChat, false);
        await world.Pass(TimeSpan.FromDays(6));                        // Monday
        await world.RunJobs();
        Assert.Equal("0 0", await world.Sql<string>(Marks));
        await head.Opens($"c:pn:{(await world.Item(item)).Plan.Value}:remind");
        await world.Idle();
        Assert.Equal("Напоминание не дойдёт: методист остановил бота. Скажите ему сами.", head.LastAlert);
        Assert.Equal("0 0", await world.Sql<string>(Marks));

        await Reaches(world, FactCast.MethodologistChat, true);
        await world.RunJobs();
        await world.Idle();
        Assert.Equal(1, Count(reader, Nudge));
        Assert.Equal("1 0", await world.Sql<string>(Marks));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'PlanReminded' and actor_id is null"));
    }

    [Fact]
    public async Task A_head_who_has_stopped_the_bot_hears_later_that_there_is_no_answer_and_what_was_decided()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var items = await world.SentPlan(2);
        await Reaches(world, World.HeadId, false);
        await world.Pass(TimeSpan.FromDays(7));
        await world.RunJobs();
        Assert.Equal("1 0", await world.Sql<string>(Marks));
        await world.Decided(items[0]);
        await reader.Types("/plan");
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("Сообщение не дойдёт: руководитель площадки остановил бота.");
        Assert.Equal(0, await world.Sql<int>("select count(told_at) from plan_decision"));

        await Reaches(world, World.HeadId, true);
        await world.RunJobs();
        await head.Sees("ответа пока нет: 1 пункт ждёт согласования");
        await reader.Types("/plan");
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("Рассмотрение закончено: согласовано 1. Руководитель площадки узнает сейчас.");
        await head.Sees("План на 2026/27: согласовано 1");
    }

    [Theory]
    [InlineData(1, false, "Методист узнает сейчас.")]
    [InlineData(2, false, "Методисты узнают сейчас.")]
    [InlineData(1, true, "Но сообщение методисту не дойдёт: он остановил бота. Скажите ему сами.")]
    [InlineData(2, true, "Но сообщение методистам не дойдёт: они остановили бота. Скажите им сами.")]
    public async Task Who_sends_hears_whom_it_reaches(int methodologists, bool stopped, string said)
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await Both(world);
        if (methodologists == 2) (await world.AnotherMethodologist()).StartedEarlier();
        await world.HasPlan([PlanStage.Text()], agreed: false);
        if (stopped) await world.Sql<int>($"update person set reachable = false where chat_id <> {World.HeadId}");
        await head.Types("/plan");
        await head.Taps("Отправить на согласование");
        await head.Sees($"Отправлено: 1 пункт. {said}");
    }

    [Fact]
    public async Task Who_sends_what_they_may_agree_themselves_hears_that()
    {
        await using var world = await World.Open(cluster);
        await Both(world);
        await world.HasPlan([PlanStage.Text()], agreed: false);
        var other = (await world.Teacher(703, "Белова Инна Павловна", "Head")).StartedEarlier();
        await world.Grant(703, Role.Methodologist);
        await world.Sql<int>("delete from person_role r using person p where p.id = r.person_id and p.chat_id = 700");
        await other.Types("/plan");
        await other.Taps("Отправить на согласование");
        await other.Sees("Других методистов, которые могли бы это согласовать, нет: согласовать можете вы.");
    }

    [Fact]
    public async Task At_night_a_head_hears_when_the_reminder_comes()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var item = (await world.SentPlan(1))[0];
        await world.Pass(TimeSpan.FromHours(12));                      // 22:00
        await head.Opens($"c:pn:{(await world.Item(item)).Plan.Value}:remind");
        await head.Sees("Сейчас тихие часы. Напоминание 1 методисту придёт завтра в 8:00.");
        await world.Idle();
        Assert.Equal(0, Count(reader, Nudge));
        await world.Pass(TimeSpan.FromHours(10));
        Assert.Equal(1, Count(reader, Nudge));
    }

    [Fact]
    public async Task Whoever_wrote_all_that_waits_is_not_reminded_of_it()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await Both(world);
        await world.Grant(World.HeadId, Role.Methodologist);
        var item = (await world.SentPlan(1))[0];
        await world.Sql<int>("delete from person_role r using person p where p.id = r.person_id and p.chat_id = 700");
        await head.Opens($"c:pn:{(await world.Item(item)).Plan.Value}:remind");
        await world.Idle();
        Assert.Equal("Напоминать некому: методист, который есть в боте, сам писал эти пункты. Пригласите другого.", head.LastAlert);
        await world.Sql<int>("delete from person_role where role = 'Methodologist'");
        await head.Opens($"c:pn:{(await world.Item(item)).Plan.Value}:remind");
        await world.Idle();
        Assert.Equal("Напоминать некому: методиста в боте нет. Пригласите его.", head.LastAlert);
        Assert.Equal("0 0", await world.Sql<string>(Marks));
    }

    [Fact]
    public async Task Nobody_counts_as_asked_who_answers_for_items_now_where_no_head_can_be_asked()
    {
        await using var world = await World.Open(cluster);
        await Both(world);
        var tutor = (await world.Teacher(77, "Тьюторова Ольга Павловна", "Tutor")).StartedEarlier();
        var who = await world.Sql<long>("select id from person where chat_id = 77");
        await world.HasPlan([PlanStage.Text() with { Responsible = Responsible.Of(new PersonId(who)) }]);
        await Reaches(world, World.HeadId, false);
        await tutor.Erases();
        await tutor.Sees("ваших данных у нас больше нет");
        Assert.Equal(0, await world.Sql<int>("select count(heir_asked_for) from plan_item"));
    }

    private static async Task<(Visitor Head, Visitor Reader)> Both(World world) =>
        ((await world.HeadOfPlan()).StartedEarlier(), (await world.Methodologist()).StartedEarlier());

    private static Task<int> Reaches(World world, long chat, bool reachable) =>
        world.Sql<int>($"update person set reachable = {reachable} where chat_id = {chat}");

    private static int Count(Visitor who, string words) =>
        who.Chat.Count(m => m.FromBot && m.Text.Contains(words, StringComparison.Ordinal));
}
