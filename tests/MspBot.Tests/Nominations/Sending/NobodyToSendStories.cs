using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>There is nowhere to send, or nobody: it is said, and how to go on.</summary>
public sealed class NobodyToSendStories(TestCluster cluster)
{
    [Fact]
    public async Task No_meeting_is_coming()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await head.Types("/school");
        await head.Taps("Направить учителя");
        var said = await head.SeesMessage("Впереди мероприятий пока нет. Появятся — направить можно отсюда: /school");
        Phone.Holds(said);
        await head.Taps("Меню");
        await head.Sees("Выберите, что нужно");
    }

    [Fact]
    public async Task All_of_the_school_come_already()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(seats: 1);
        await maria.SignsUp();
        await maria.Sees("Вы записаны");
        await head.SignsUp("В лист ожидания");
        await NominationStories.Choose(head, world);
        var said = await head.SeesMessage("Направить больше некого");
        Phone.Holds(said);
        Assert.Contains("все учителя вашей школы уже записаны или в листе ожидания", said.Text, StringComparison.Ordinal);
        Assert.Contains("Иванова М. П., Сидорова А. П.", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Отметьте", said.Text, StringComparison.Ordinal);
        await head.Taps("Позвать тех, кого нет в боте");
        await head.Sees($"{SchoolCast.Ours} приглашает своих педагогов на мероприятие");
        Assert.Empty(world.Telegram.Violations);
    }
}
