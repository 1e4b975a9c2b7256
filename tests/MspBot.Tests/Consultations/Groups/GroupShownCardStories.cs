using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>Cards of a group that were sent earlier show, in every chat, where it stands; edits notify nobody.</summary>
public sealed class GroupShownCardStories(TestCluster cluster)
{
    [Fact]
    public async Task Its_tutor_sees_who_comes_and_nobody_else_is_disturbed()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, _) = await Three(world);
        await Gather(tutor);
        await world.Idle();
        var (card, invitation, messages) = (tutor.Chat[^1].Id, boris.Chat[^1], tutor.Chat.Count);

        await anna.Taps("Участвовать");
        await world.Idle();
        Assert.Contains("Участвуют:\n— Петрова А. И.", Text(tutor, card));
        Assert.Equal(messages, tutor.Chat.Count);
        Assert.Equal(invitation.ChangedAt, boris.Chat.Single(m => m.Id == invitation.Id).ChangedAt);

        await anna.Taps("Отказаться");
        await world.Idle();
        Assert.DoesNotContain("Участвуют:", Text(tutor, card));
        Assert.Contains("Не смогут: Петрова А. И.", Text(tutor, card));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Whoever_agreed_on_one_card_sees_so_on_the_other()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await world.Idle();
        var invitation = anna.Chat[^1].Id;
        await anna.Opens(4);
        var other = await anna.SeesMessage("Ответьте, пожалуйста, до");
        Assert.NotEqual(invitation, other.Id);

        await anna.TapsOn(other, "Участвовать");
        await world.Idle();
        Assert.Contains("Вы участвуете", Text(anna, invitation));
        Assert.DoesNotContain("Участвовать", Labels(anna));
    }

    [Fact]
    public async Task Once_it_is_off_no_card_offers_anything_of_it()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, vera) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await boris.Taps("Участвовать");
        await world.Idle();
        Assert.Contains("Подтвердить встречу", Labels(tutor));
        Assert.Contains("Участвовать", Labels(vera));

        await tutor.Taps("Отменить встречу");
        await tutor.Sees("Почему отменяем?");
        await tutor.Types("Заболела");
        await tutor.Sees("Отменить встречу?");
        await tutor.Taps("Отменить встречу");
        await anna.Sees("Заболела");
        await world.Idle();
        foreach (var who in new[] { tutor, anna, boris, vera })
            Assert.DoesNotContain(Labels(who),
                label => label is "Участвовать" or "Подтвердить встречу" or "Отменить встречу" or "Перенести встречу");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task At_its_deadline_the_invitations_say_what_became_of_it()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, _) = await Three(world);
        await Gather(tutor);
        await world.Idle();
        var (mine, theirs) = (anna.Chat[^1].Id, boris.Chat[^1].Id);
        await anna.Taps("Участвовать");
        await world.Pass(TimeSpan.FromHours(28));

        Assert.Contains("Группа не собралась", anna.Chat[^1].Text);
        Assert.DoesNotContain(Labels(boris), label => label is "Участвовать" or "Не могу");
        Assert.DoesNotContain("Ответьте, пожалуйста, до", Text(anna, mine) + Text(boris, theirs));
        Assert.Empty(world.Telegram.Violations);
    }

    private static string Text(Visitor who, int message) => who.Chat.Single(m => m.Id == message).Text;

    private static IReadOnlyList<string> Labels(Visitor who) =>
        [.. who.Chat.SelectMany(m => m.Buttons).SelectMany(row => row).Select(b => b.Label)];
}
