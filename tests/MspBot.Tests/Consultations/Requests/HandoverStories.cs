using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>A request goes to another tutor, and to nobody who only pretends.</summary>
public sealed class HandoverStories(TestCluster cluster)
{
    [Fact]
    public async Task A_request_that_is_declined_goes_to_another_tutor()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var other = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Отклонить");
        await tutor.Sees("Почему не получится?");
        await tutor.Taps("Это не мой предмет");
        await tutor.Sees("Отклонить заявку?");
        await tutor.Taps("Отклонить заявку");
        await tutor.Sees("Заявка отклонена");
        var kind = await anna.SeesMessage("К сожалению, тьютор не сможет провести консультацию");
        Assert.Contains("Причина: Это не мой предмет", kind.Text);

        await anna.Taps("Попросить другого тьютора");
        var whom = await anna.SeesMessage("Кого попросить");
        // Who has refused comes last, and is marked.
        Assert.Equal(["Любой тьютор", "Белов Пётр Ильич", "Соколова И. О. · был отказ"], whom.Buttons.Take(3).Select(row => row[0].Label));
        await anna.Taps("Белов Пётр Ильич");
        await anna.Sees("Когда вам удобно?");
        await anna.Taps("чт, 26 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await other.Sees("Новая заявка");
        await other.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        await world.Idle();
        Assert.DoesNotContain(tutor.Chat, m => m.Text.Contains("Заявка ушла к другому тьютору", StringComparison.Ordinal));
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation"));
    }

    [Fact]
    public async Task A_colleague_must_accept_what_is_handed_over()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var colleague = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        var first = await tutor.SeesMessage("Новая заявка");
        await HandsOver(tutor);
        await colleague.Sees("Коллега просит вас взять заявку");
        await colleague.Taps("Не могу взять");
        await tutor.Sees("Белов Пётр Ильич отвечает: не получится. Заявка по-прежнему у вас.");
        await world.Idle();

        await HandsOver(tutor);
        await colleague.Sees("Коллега просит вас взять заявку");
        await colleague.Taps("Взять себе");
        Assert.Equal("Теперь эта заявка у вас", colleague.LastToast);
        await tutor.Sees("Заявку взял ваш коллега: Белов Пётр Ильич");
        await anna.Sees("Вашу заявку взял другой тьютор");
        await world.Idle();
        Assert.Contains("Эту заявку теперь ведёт другой тьютор", tutor.Chat.Single(m => m.Id == first.Id).Text);
        await tutor.TapsOn(first, "Подтвердить");
        await world.Idle();
        Assert.Contains("Эту заявку теперь ведёт другой тьютор", tutor.Chat.Single(m => m.Id == first.Id).Text);
        Assert.Equal("Requested", await world.Sql<string>("select state from consultation"));
        await colleague.Taps("Подтвердить");
        await anna.Sees("Тьютор: Белов Пётр Ильич");
    }

    [Fact]
    public async Task Forged_presses_of_strangers_change_nothing_and_show_nothing()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var stranger = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        foreach (var who in (Visitor[])[stranger, boris])
        {
            await who.Types("/menu");
            await world.Idle();
            foreach (var forged in new[]
            {
                "c:k:1:show", "c:k:1:ok:1", "c:k:1:pick:1", "c:k:1:none", "c:k:1:stay", "c:k:1:take", "c:k:1:back", "c:k:1:ics",
                "c:k:1:enter", "c:ka:1:to:2", "c:ka:1:show", "c:k:999:ok:1",
                "n:consult:1", "n:consult-offer:1", "n:consult-move:1", "n:consult-decline:1", "n:consult-cancel:1", "n:consult-pass:1",
                "n:consult-link:1", "n:consult-tell:1", "n:consult:x",
            })
            {
                await who.TapsData(who.Chat.Last(m => m.FromBot), forged);
                await world.Idle();
                Assert.DoesNotContain(who.Chat, m => m.Text.Contains("графиков", StringComparison.Ordinal)
                    || m.Text.Contains("Петрова", StringComparison.Ordinal));
            }
        }
        Assert.Equal(1,
            await world.Sql<int>("select count(*) from consultation where state = 'Requested' and version = 1 and topic like 'Чтение%'"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where state = 'Active'"));
    }

    private static async Task HandsOver(Visitor tutor)
    {
        await tutor.Taps("Передать коллеге");
        await tutor.Sees("Кому передать заявку?");
        await tutor.Taps("Белов П. И.");
        await tutor.Sees("Предложить заявку коллеге?");
        await tutor.Taps("Передать коллеге");
        await tutor.Sees("Коллега получил вашу просьбу");
    }
}
