using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.Files;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Files;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>What of a list goes, and when.</summary>
public sealed class RosterForgettingStories(TestCluster cluster)
{
    [Fact]
    public async Task A_list_waits_three_hours_for_its_button()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.SendsList(head, Table(Row(1, Ivanova)));
        await world.Pass(TimeSpan.FromHours(3));
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_import"));
        await world.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_import"));
        await head.Taps("Сделать ссылки");
        await head.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_link"));
    }

    [Fact]
    public async Task A_new_list_takes_the_place_of_an_earlier_one_and_goes_with_its_file_or_its_sender()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.SendsList(head, Table(Row(1, Ivanova)));
        await world.SendsList(head, Table(Row(1, Ivanova)));
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_import"));

        await Sends();
        await world.Sql<int>("update stored_file set reference = 'Document:?'");
        await world.RunJobs();
        await head.Sees("Файл не сохранился");
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_import"));

        // The role goes before the file is read.
        await Sends();
        await world.Sql<int>("delete from person_role where role = 'SchoolHead'");
        var messages = head.Chat.Count;
        await world.RunJobs();
        Assert.Equal((messages, 0), (head.Chat.Count, await world.Sql<int>("select count(*) from roster_import")));
        Assert.Equal(0, await world.Sql<int>("select count(*) from stored_file where state <> 'Lost'"));

        async Task Sends()
        {
            await head.Brings();
            await head.Taps("Списком из Excel");
            await head.Sees("Пришлите список учителей");
            await head.SendsDocument("список.xlsx", Table(Row(1, Ivanova)));
            await head.Sees("Файл получен.");
            await world.Idle();
        }
    }

    [Fact]
    public async Task An_erasure_leaves_numbers_only()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var colleague = await world.SchoolHead(501, "Громов Олег Ильич");
        await world.Heads(501);
        var links = await world.MakesLinks(head, Row(1, "Незабудкина Мария Петровна"), Row(2, "Петров Пётр Петрович"));
        var maria = await world.Comes(7, links[1]);
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");
        await world.SendsList(head, Table(Row(1, Ivanova)));
        foreach (var who in new[] { maria, head })
        {
            await who.Types("/profile");
            await who.Taps("Удалить мои данные");
            await who.Taps("Да, удалить всё обо мне");
            await who.Sees("Готово: ваших данных у нас больше нет.");
        }
        Assert.False(await world.Knows("Незабудкин"));
        Assert.Equal((0, 2), (await world.Sql<int>("select count(*) from roster_import"),
            await world.Sql<int>("select count(*) from roster_link")));
        // The school goes on, with its other head, and with the link that is still open.
        await colleague.Brings();
        await colleague.Sees("Пришли 1 из 2; ещё не пришёл № 2.");
        var petr = await world.Comes(8, links[2]);
        await petr.Taps("Всё верно");
        await colleague.Sees("Пришли 2 из 2.");
    }

    [Fact]
    public async Task A_list_that_breaks_its_reader_is_given_up_and_leaves_nothing()
    {
        await using var world = await World.Open(cluster, services => services.AddSingleton<OnFileFetched>(new Broken()));
        var head = await world.SchoolHead();
        await head.Brings();
        await head.Taps("Списком из Excel");
        await head.Sees("Пришлите список учителей");
        await head.SendsDocument("список.xlsx", Table(Row(1, "Незабудкина Мария Петровна")));
        await head.Sees("Файл получен.");
        foreach (var minutes in new[] { 0, 1, 2, 4, 8, 16, 32 }) await world.Pass(TimeSpan.FromMinutes(minutes));
        Assert.False(await world.Knows("Незабудкин"));
        await world.Pass(FetchRetries.AfterLast);
        await head.Sees("Файл не сохранился");
        Assert.Equal((0, 0), (await world.Sql<int>("select count(*) from roster_import"),
            await world.Sql<int>("select count(*) from stored_file where state <> 'Lost'")));
    }

    private sealed class Broken : OnFileFetched
    {
        public override Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now) =>
            throw new InvalidOperationException("unreadable");

        public override Task Lost(StoredFileId file) => Task.CompletedTask;
    }
}
