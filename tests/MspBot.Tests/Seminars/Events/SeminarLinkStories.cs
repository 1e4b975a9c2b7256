using System.Text;
using Ical.Net;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>Ways to a seminar from outside: a link, an old invitation, a calendar file.</summary>
public sealed class SeminarLinkStories(TestCluster cluster)
{
    [Fact]
    public async Task Of_a_cancelled_seminar_a_stranger_sees_only_that_it_is_cancelled()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        var id = await world.Seminar();
        await anna.Types("/events");
        await anna.Taps(SeminarCast.Label);
        await anna.SeesButton("Записаться");
        await world.Sql<int>($"update seminar set state = 'Cancelled', cancel_reason = 'Тьютор заболел' where id = {id}");
        await anna.Taps("Записаться");
        Assert.DoesNotContain("Тьютор заболел", await anna.Sees("Мероприятие отменено"));
        await anna.Taps("Посмотреть другие мероприятия");
        await anna.Sees("Пока ничего не запланировано");
        await world.Sql<int>("update seminar set published_at = null");
        await anna.Types($"/start e_{id}");
        await anna.Sees("Такого мероприятия нет");
        Assert.Equal(0, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task A_calendar_file_comes_as_a_document()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        var id = await world.Seminar(title: "Читательская грамотность");
        await anna.SignsUp();
        await anna.Taps("В календарь");
        var file = await anna.SeesFile(".ics");
        var calendar = Calendar.Load(Encoding.UTF8.GetString(file.Bytes.Span))!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(("Читательская грамотность", $"https://t.me/msp_sandbox_bot?start=e_{id}"), (entry.Summary, entry.Location));
        Assert.Equal(World.Morning.AddDays(7).UtcDateTime, entry.DtStart!.AsUtc);
    }

    [Fact]
    public async Task A_colleague_comes_by_a_link()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        var id = await world.Seminar();
        await anna.SignsUp();
        await anna.Taps("Позвать коллегу");
        await anna.Sees($"https://t.me/msp_sandbox_bot?start=e_{id}");

        await boris.Types($"/start e_{id}");
        await boris.Sees("осталось 1 место");
        await boris.Taps("Записаться");
        await boris.Sees("Вы записаны");
    }

    [Theory]
    [InlineData("e_")]
    [InlineData("e_999")]
    [InlineData("e_-1")]
    [InlineData("e_1'--")]
    [InlineData("e_99999999999999999999")]
    public async Task A_link_that_leads_nowhere_ends_at_the_list(string argument)
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.Types($"/start {argument}");
        await anna.Sees("Такого мероприятия нет");
        await anna.SeesButton(SeminarCast.Label);
    }

    [Fact]
    public async Task A_draft_is_seen_by_heads_alone()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var id = await world.Seminar(state: "Draft");
        await anna.Types($"/start e_{id}");
        await anna.Sees("Такого мероприятия нет");
        await anna.Sees("Пока ничего не запланировано");
        var message = anna.Chat[^1];
        foreach (var action in (string[])["show", "join", "leave", "ics", "invite", "publish"])
        {
            await anna.TapsData(message, $"c:s:{id}:{action}");
            Assert.DoesNotContain(anna.Chat, m => m.Text.Contains(SeminarCast.Title, StringComparison.Ordinal));
        }
        await head.Types($"/start e_{id}");
        await head.Sees("Черновик");
        Assert.Equal("Draft", await world.Sql<string>("select state from seminar"));
    }
}
