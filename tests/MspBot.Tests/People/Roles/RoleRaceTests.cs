using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Inquiries;
using MspBot.Data.People.Roles;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;
using MspBot.Domain.People.Inquiries;
using MspBot.Domain.People.Roles;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Roles;

/// <summary>What several people do to roles in the same instant.</summary>
public sealed class RoleRaceTests(TestCluster cluster)
{
    private const string Code = "abcdefghijklmnopqrstuv";

    [Fact]
    public async Task Of_twenty_who_open_one_invitation_at_once_one_has_the_role()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var head = await desk.Person(Role.Head);
        await desk.Invite(Code, head);
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Person()));

        var all = await Task.WhenAll(people.Select(p => desk.Redeem(Code, p)));

        Assert.Single(all, r => r.Refusal is null);
        Assert.Equal(19, all.Count(r => r.Refusal == RedeemRefusal.Used && r.Details is null));
        Assert.Equal(1, await desk.Count("person_role where role = 'Tutor'"));
    }

    [Fact]
    public async Task One_person_who_opens_it_twenty_times_at_once_has_the_role_once()
    {
        await using var desk = await RoleDesk.Open(cluster);
        await desk.Invite(Code, await desk.Person(Role.Head), Role.SchoolHead);
        var anna = await desk.Person();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Redeem(Code, anna)));

        Assert.Single(all, r => r.Refusal is null);
        Assert.Equal(19, all.Count(r => r.Refusal == RedeemRefusal.AlreadyYours));
        Assert.Equal(1, await desk.Count(
            $"person_role where role = 'SchoolHead' and person_id = {anna.Value} and school_id = {desk.School.Value}"));
    }

    [Fact]
    public async Task Withdrawn_and_opened_at_once_it_is_either_and_never_both()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var head = await desk.Person(Role.Head);
        for (var n = 0; n < 12; n++)
        {
            var id = await desk.Invite($"{Code}{n}", head);
            var anna = await desk.Person();
            var opening = desk.Redeem($"{Code}{n}", anna);
            var withdrawn = await desk.Do((InvitationStore s) => s.Withdraw(id, Some.Today));
            Assert.Equal(withdrawn ? RedeemRefusal.Withdrawn : null, (await opening).Refusal);
            Assert.Equal(withdrawn ? 0 : 1, await desk.Count($"person_role where role = 'Tutor' and person_id = {anna.Value}"));
        }
    }

    [Fact]
    public async Task Heads_who_take_each_others_role_at_once_leave_one()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var heads = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Person(Role.Head)));

        var all = await Task.WhenAll(heads.SelectMany(by => heads, (by, whose) => desk.Do((RoleStore s) => s.Take(whose, Role.Head, by))));

        Assert.Equal(1, await desk.Count("person_role where role = 'Head'"));
        Assert.Equal(5, all.Count(refusal => refusal is null));
    }

    [Fact]
    public async Task A_tutor_assigned_twenty_times_at_once_is_assigned_once()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var (head, tutor, teacher) = (await desk.Person(Role.Head), await desk.Person(Role.Tutor), await desk.Person());
        var today = DateOnly.FromDateTime(Some.Today.Date);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            desk.Do((AssignmentStore s) => s.Add(tutor, new Accompanied.Teacher(teacher), null, head, today, Some.Noon))));

        Assert.Single(all, r => r.Refusal is null);
        Assert.Equal(19, all.Count(r => r.Refusal == AssignmentRefusal.Already));
    }

    [Fact]
    public async Task A_tutor_who_loses_the_role_while_being_assigned_ends_without_an_assignment()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var (head, teacher) = (await desk.Person(Role.Head), await desk.Person());
        var today = DateOnly.FromDateTime(Some.Today.Date);
        for (var n = 0; n < 12; n++)
        {
            var tutor = await desk.Person(Role.Tutor);
            var assigning = desk.Do((AssignmentStore s) => s.Add(tutor, new Accompanied.Teacher(teacher), null, head, today, Some.Noon));
            await desk.Do((RoleStore s) => s.Take(tutor, Role.Tutor, head));
            await desk.Do((AssignmentStore s) => s.EndAllOf(tutor, alsoAsTeacher: false, today, Some.Noon));
            await assigning;
            Assert.Equal(0, await desk.Count($"tutoring_assignment where tutor_id = {tutor.Value} and ended_on is null"));
        }
    }

    [Fact]
    public async Task Two_heads_who_answer_at_once_do_not_both_answer_unknowingly()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var heads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Person(Role.Head)));
        var anna = await desk.Person();
        var asked = await desk.Do((InquiryStore s) => s.Ask(anna, "Когда?", Some.Today));

        var all =
            await Task.WhenAll(heads.Select(h =>
                desk.Do((InquiryStore s) => s.Reply(asked.Inquiry, h, "Завтра", anyway: false, Some.Today))));

        Assert.Single(all, r => r.Refusal is null);
        Assert.Equal(7, all.Count(r => r.Refusal == InquiryRefusal.AnsweredMeanwhile));
    }

    [Fact]
    public async Task The_appointed_head_is_appointed_once_for_ever()
    {
        await using var desk = await RoleDesk.Open(cluster);
        var first = await desk.Person();
        Assert.NotNull(await desk.Do((PersonStore s) => s.AppointHead(new(1001), Some.Today)));
        var next = await desk.Person(Role.Head);
        Assert.Null(await desk.Do((RoleStore s) => s.Take(first, Role.Head, first)));

        Assert.Null(await desk.Do((PersonStore s) => s.AppointHead(new(1001), Some.Today)));
        await desk.Do(async (PersonStore s) =>
        {
            await s.Erase(first, new(1001), Some.Today);
            return 0;
        });
        await desk.Do((PersonStore s) => s.Add(Some.Person(desk.School), Some.Today));
        Assert.Null(await desk.Do((PersonStore s) => s.AppointHead(new(1001), Some.Today)));

        Assert.Equal(1, await desk.Count($"person_role where role = 'Head' and person_id = {next.Value}"));
        Assert.Equal(1, await desk.Count("person_role where role = 'Head'"));
    }

    [Fact]
    public async Task Another_account_in_the_configuration_becomes_head()
    {
        await using var desk = await RoleDesk.Open(cluster);
        await desk.Person(Role.Head);
        await desk.Person();
        Assert.NotNull(await desk.Do((PersonStore s) => s.AppointHead(new(1002), Some.Today)));
        Assert.Equal(2, await desk.Count("person_role where role = 'Head'"));
    }
}
