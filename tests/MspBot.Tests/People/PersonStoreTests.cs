using MspBot.Data.People;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.People;

public sealed class PersonStoreTests(TestCluster cluster)
{
    [Fact]
    public async Task A_person_is_stored_with_roles_and_read_back()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School();

        var id = (await desk.Do(d => d.People.Add(Some.Person(school, roles: [Role.Teacher, Role.Head]), Some.Today)))!.Value;

        var profile = await desk.Do(d => d.PeopleList.Profile(id));
        Assert.Equal(("Иванова Мария Петровна", "МОУ «СОШ № 4»", "Учитель", 1001, true),
            (profile!.FullName, profile.School, profile.Position, profile.Chat.Value, profile.Reminders));
        Assert.Equal(["Математика", "Физика"], profile.Subjects);
        Assert.Equal(Some.Today, profile.ConsentedAt);
        Assert.Equal([new ChatId(1001)], await desk.Do(d => d.PeopleList.HeadChats()));
        Assert.Equal("Иванова М. П.", await desk.Do(d => d.PeopleList.ShortName(id)));
    }

    [Fact]
    public async Task Registering_twice_at_once_makes_one_person()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Do(d => d.People.Add(Some.Person(school), Some.Today))));

        Assert.Single(ids, id => id is not null);
    }

    [Fact]
    public async Task Each_thing_about_a_person_can_be_changed()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var id = (await desk.Do(async d => await d.People.Add(Some.Person(await desk.School()), Some.Today)))!.Value;
        var other = await desk.School("МОУ «СОШ № 1»", SchoolKind.Leader);

        await desk.Do(async d =>
        {
            await d.People.Rename(id, Some.Name("Петрова Анна"));
            await d.People.Move(id, other, Some.Today);
            await d.People.SetPosition(id, "Директор");
            await d.People.SetSubjects(id, [Subjects.Other]);
            await d.People.SetReminders(id, false);
            await d.People.SetReachable(new(1001), false);
        });

        var profile = (await desk.Do(d => d.PeopleList.Profile(id)))!;
        Assert.Equal(("Петрова Анна", "МОУ «СОШ № 1»", "Директор", false),
            (profile.FullName, profile.School, profile.Position, profile.Reminders));
        Assert.Equal([Subjects.Other], profile.Subjects);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_not_told_of_schools()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School();
        await desk.Do(d => d.People.Add(Some.Person(school, roles: [Role.Teacher, Role.Head]), Some.Today));

        await desk.Do(d => d.People.SetReachable(new(1001), false));
        Assert.Empty(await desk.Do(d => d.PeopleList.HeadChats()));

        await desk.Do(d => d.People.SetReachable(new(1001), true));
        Assert.Equal([new ChatId(1001)], await desk.Do(d => d.PeopleList.HeadChats()));
    }

    [Fact]
    public async Task Nothing_of_an_erased_person_is_left_but_a_number()
    {
        // So long that no moment of the database has these figures by chance.
        const long chat = 7_215_904_638;
        await using var desk = await PeopleDesk.Open(cluster);
        var id = (await desk.Do(async d => await d.People.Add(Some.Person(await desk.School(), chat), Some.Today)))!.Value;
        await desk.Sql($"""
            insert into outbox (chat_id, payload, priority) values ({chat}, 'Иванова Мария, вы записаны', 1), ({chat}, '', 1);
            insert into dialog (chat_id, flow, state, revision, body, touched_at)
                values ({chat}, 'profile-name', 'Parked', 1, 'Иванова Анна', '{Some.Today:O}');
            """);
        Assert.True(await desk.Mentions("Иванова"));

        await desk.Do(d => d.People.Erase(id, new(chat), Some.Today));

        Assert.False(await desk.Mentions("Иванова"));
        Assert.False(await desk.Mentions($"{chat}"));
        Assert.False(await desk.Mentions("Математика"));
        Assert.Null(await desk.Do(d => d.PeopleList.Profile(id)));
        Assert.Null(await desk.Do(d => d.PeopleList.Chat(id)));
        Assert.Null(await desk.Do(d => d.PeopleList.ShortName(id)));
    }

    [Fact]
    public async Task Erased_twice_is_erased_and_the_account_can_register_anew()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School();
        var first = (await desk.Do(d => d.People.Add(Some.Person(school), Some.Today)))!.Value;
        await desk.Do(d => d.People.Erase(first, new(1001), Some.Today));
        await desk.Do(d => d.People.Erase(first, new(1001), Some.Today.AddDays(1)));

        var second = await desk.Do(d => d.People.Add(Some.Person(school), Some.Today));

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_school_that_only_the_erased_person_had_named_goes_with_them()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var (mine, _) = await desk.Do(d => d.Schools.AddUnlisted("Моя школа", Some.Today));
        var (ours, _) = await desk.Do(d => d.Schools.AddUnlisted("Наша школа", Some.Today));
        var a = (await desk.Do(d => d.People.Add(Some.Person(mine, 1), Some.Today)))!.Value;
        var b = (await desk.Do(d => d.People.Add(Some.Person(ours, 2), Some.Today)))!.Value;
        await desk.Do(d => d.People.Add(Some.Person(ours, 3), Some.Today));

        await desk.Do(d => d.People.Erase(a, new(1), Some.Today));
        await desk.Do(d => d.People.Erase(b, new(2), Some.Today));

        Assert.Null(await desk.Do(d => d.SchoolList.Unlisted(mine)));
        Assert.Equal(1, (await desk.Do(d => d.SchoolList.Unlisted(ours)))!.People);
    }

    [Fact]
    public async Task A_half_erased_person_is_refused_by_the_database()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        await desk.Do(async d => await d.People.Add(Some.Person(await desk.School()), Some.Today));

        await Assert.ThrowsAsync<PostgresException>(() => desk.Sql("update person set full_name = null"));
    }

    [Fact]
    public async Task The_appointed_head_gets_the_role_once_registered()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        Assert.Null(await desk.Do(d => d.People.AppointHead(new(1001), Some.Today)));
        await desk.Do(async d => await d.People.Add(Some.Person(await desk.School()), Some.Today));

        Assert.NotNull(await desk.Do(d => d.People.AppointHead(new(1001), Some.Today)));
        Assert.Null(await desk.Do(d => d.People.AppointHead(new(1001), Some.Today)));
        Assert.Single(await desk.Do(d => d.Roles.LockHeads()));
    }

    [Fact]
    public async Task Two_heads_who_leave_at_once_do_not_both_go()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School();
        long[] accounts = [1, 2];
        var heads = new List<(PersonId Id, long Chat)>();
        foreach (var account in accounts)
            heads.Add(((await desk.Do(d =>
                d.People.Add(Some.Person(school, account, roles: [Role.Teacher, Role.Head]), Some.Today)))!.Value, account));

        await Task.WhenAll(heads.Select(head => desk.Do(async d =>
        {
            if (Erasure.Decide(new HashSet<Role> { Role.Head }, (await d.Roles.LockHeads()).Count) is null)
                await d.People.Erase(head.Id, new(head.Chat), Some.Today);
        })));

        Assert.Single(await desk.Do(d => d.Roles.LockHeads()));
    }
}
