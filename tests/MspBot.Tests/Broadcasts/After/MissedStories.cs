using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.After;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>Whom it did not reach: named, passed on through their schools, written to once more where that helps.</summary>
public sealed class MissedStories(TestCluster cluster)
{
    [Fact]
    public async Task Who_did_not_get_it_stands_under_their_school_with_the_reason()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        await head.OpensBroadcast(id);
        await head.Taps("Кто не получил: 5");
        var list = await head.Sees("Кто не получил: 5");
        Assert.Contains("МОУ «СОШ № 12»:\n— Белова Вера Олеговна: не успело уйти\n— Иванова Мария Петровна: бот остановлен", list,
            StringComparison.Ordinal);
        Assert.Contains("ответа не было, возможно, дошло", list, StringComparison.Ordinal);
        Assert.Contains("рассылки выключены", list, StringComparison.Ordinal);
        Assert.Contains("рассылку остановили", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Читателева", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_a_school_gets_one_message_with_the_names_and_the_text_once()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        var schoolHead = await world.HeadOf(310, await world.Sql<long>("select id from school where name = 'МОУ «СОШ № 12»'"));
        await head.OpensBroadcast(id);
        await head.Taps("Передать через школу");
        var asked = await head.Sees("Передать через школу?");
        Assert.Contains("В 1 школу уйдёт по одному сообщению для руководителя", asked, StringComparison.Ordinal);
        Assert.Contains("до которых бот не дошёл (2).", asked, StringComparison.Ordinal);
        Assert.Contains("Нет руководителя в боте, позвоните сами: МОУ «Лицей № 5».", asked, StringComparison.Ordinal);
        await head.Taps("Передать: 1");
        await head.Sees("Написано в 1 школу: руководитель передаст сообщение 2 педагогам.");
        await world.Idle();
        var letter = await schoolHead.Sees("Передайте, пожалуйста, педагогам вашей школы");
        Assert.Contains("— Белова Вера Олеговна\n— Иванова Мария Петровна", letter, StringComparison.Ordinal);
        Assert.Contains(BroadcastCast.Words, letter, StringComparison.Ordinal);
        await head.Opens($"c:bde:{id.Value}:pass");
        await world.Idle();
        Assert.Single(schoolHead.Letters());
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'BroadcastPassedOn'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Schools_without_a_head_are_named_in_a_sentence()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        await head.Opens($"c:bde:{id.Value}:pass");
        await head.OpensBroadcast(id);
        await head.Sees("Рассылка отправлена");
        Assert.Equal(0, await world.Sql<int>("select count(*) from action_log where action = 'BroadcastPassedOn'"));
    }

    [Fact]
    public async Task Once_more_it_goes_only_to_those_who_failed_for_a_passing_reason_and_is_pressed_as_any_other()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        await head.OpensBroadcast(id);
        await head.Taps("Отправить ещё раз");
        await head.Sees("Вот что уйдёт ещё раз, только тем, кому не успело дойти.");
        await head.Sees("Получит 1 человек");
        Assert.Equal(1, await world.Sql<int>($"select count(*) from broadcast where again_of = {id.Value} and state = 'Composed'"));
        await head.Opens($"c:bde:{id.Value}:again");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>($"select count(*) from broadcast where again_of = {id.Value}"));
    }

    [Fact]
    public async Task Where_nobody_failed_for_a_passing_reason_nothing_is_composed()
    {
        await using var world = await World.Open(cluster);
        var (head, id, _) = await world.Gone(1);
        await head.OpensBroadcast(id);
        await world.HasNoButton(head, "Отправить ещё раз");
        await head.Opens($"c:bde:{id.Value}:again");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast"));
    }

    [Fact]
    public async Task Whom_it_has_reached_once_more_is_not_written_to_a_third_time_and_not_passed_on()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        var again = await world.Broadcast(BroadcastState.Done, [new(302, RecipientOutcome.Sent)], audience: new Audience.Again(id.Value));
        await world.Sql<int>($"update broadcast set again_of = {id.Value} where id = {again.Value}");
        await head.OpensBroadcast(id);
        await head.Taps("Отправить ещё раз");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from broadcast where state = 'Composed'"));
        await world.HeadOf(310, await world.Sql<long>("select id from school where name = 'МОУ «СОШ № 12»'"));
        await head.OpensBroadcast(id);
        await head.Taps("Передать через школу");
        await head.Sees("до которых бот не дошёл (1).");
    }

    [Fact]
    public async Task A_head_of_a_school_is_not_asked_to_pass_it_on_to_themselves()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var (ours, other) = (await world.School(), await world.School("МОУ «Лицей № 5»"));
        var (alone, withOthers) = (await world.HeadOf(310, ours), await world.HeadOf(311, other));
        await world.Sql<int>("update person set full_name = 'Руководителева Анна Ивановна' where chat_id in (310, 311)");
        await world.TeacherOf(303, other, "Козлова Вера Ильинична");
        var id = await world.Broadcast(BroadcastState.Done,
        [
            .. new long[] { 310, 311, 303 }.Select(chat => new Told(chat, RecipientOutcome.Failed, FailureReason.Refused)),
        ]);
        await head.Opens($"c:bde:{id.Value}:pass");
        await world.Idle();
        var (one, many) = (await alone.Sees(BroadcastCast.Words), await withOthers.Sees(BroadcastCast.Words));
        Assert.StartsWith("Бот не смог доставить вам сообщение площадки", one, StringComparison.Ordinal);
        Assert.Contains("— Козлова", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Руководителева", many, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_in_the_chats_is_not_passed_on_either()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = await Missed(world);
        var schoolHead = await world.HeadOf(310, await world.Sql<long>("select id from school where name = 'МОУ «СОШ № 12»'"));
        await using (await world.ByStores()) await world.Sql<int>($"update broadcast set deleted_at = {world.Now} where id = {id.Value}");
        await head.OpensBroadcast(id);
        await world.HasNoButton(head, "Передать через школу");
        await head.Opens($"c:bde:{id.Value}:pass");
        await world.Idle();
        Assert.Empty(schoolHead.Letters());
    }

    [Theory]
    [InlineData(BroadcastState.Composed, 0, false, BroadcastRefusal.ChangedMeanwhile, BroadcastRefusal.ChangedMeanwhile)]
    [InlineData(BroadcastState.Waiting, null, false, null, BroadcastRefusal.StillGoing)]
    [InlineData(BroadcastState.Sending, null, false, null, BroadcastRefusal.StillGoing)]
    [InlineData(BroadcastState.Stopped, null, false, null, null)]
    [InlineData(BroadcastState.Done, 48, false, null, null)]
    [InlineData(BroadcastState.Done, 49, false, BroadcastRefusal.TooLate, BroadcastRefusal.TooLate)]
    [InlineData(BroadcastState.Done, 1, true, BroadcastRefusal.Deleted, BroadcastRefusal.Deleted)]
    public void What_may_be_done_is_a_matter_of_state_and_time(
        BroadcastState state, int? hours, bool deleted, BroadcastRefusal? correct, BroadcastRefusal? delete)
    {
        var now = World.Morning;
        var done = hours is { } ago ? now.AddHours(-ago) : (DateTimeOffset?)null;
        var deletedAt = deleted ? now : (DateTimeOffset?)null;
        Assert.Equal(correct, ChangeRules.Correct(state, done, deletedAt, now));
        Assert.Equal(delete, ChangeRules.Delete(state, done, deletedAt, now));
    }

    /// <summary>One got it, five did not, each for a reason of their own.</summary>
    private static async Task<(Visitor Head, BroadcastId Id)> Missed(World world)
    {
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var (ours, other) = (await world.School(), await world.School("МОУ «Лицей № 5»"));
        await world.TeacherOf(301, ours);
        await world.TeacherOf(302, ours, "Белова Вера Олеговна");
        await world.TeacherOf(303, other, "Козлова Вера Ильинична");
        await world.TeacherOf(304, other, "Орлова Нина Сергеевна");
        await world.TeacherOf(305, other, "Смирнова Анна Павловна");
        await world.Reader(201, "Читателева Анна Ивановна");
        var id = await world.Broadcast(BroadcastState.Done,
        [
            new(201, RecipientOutcome.Sent), new(301, RecipientOutcome.Blocked),
            new(302, RecipientOutcome.Failed, FailureReason.NotInTime), new(303, RecipientOutcome.Failed, FailureReason.Unknown),
            new(304, RecipientOutcome.OptedOut), new(305, RecipientOutcome.Stopped),
        ]);
        return (head, id);
    }
}
