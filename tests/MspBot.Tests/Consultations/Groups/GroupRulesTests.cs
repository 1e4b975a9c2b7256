using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Groups;

public sealed class GroupRulesTests
{
    private static readonly PersonId Tutor = new(1);
    private static readonly PersonId Teacher = new(2);
    private static readonly DateTimeOffset Now = Some.Noon;

    private static readonly GroupMeeting Gathering = new()
    {
        State = ConsultationState.Inviting,
        Tutor = Tutor,
        StartsAt = Now.AddDays(3),
        AgreeBy = Now.AddDays(2),
        Seats = 5,
        MinParticipants = 3,
    };

    private static readonly GroupMeeting Agreed = Gathering with { State = ConsultationState.Confirmed, Agreed = 3 };

    [Fact]
    public void Whoever_is_invited_may_come_until_the_deadline()
    {
        Assert.Null(Come(Gathering, MemberState.Invited));
        Assert.Null(Come(Gathering, MemberState.Declined));
        Assert.Equal(GroupRefusal.AlreadyIn, Come(Gathering, MemberState.Agreed));
        Assert.Equal(GroupRefusal.DeadlinePassed, Come(Gathering, MemberState.Invited, Gathering.AgreeBy));
        Assert.Equal(GroupRefusal.NotInvited, Come(Gathering, null));
    }

    [Fact]
    public void A_group_that_is_open_takes_whoever_comes_until_it_is_full()
    {
        var open = Gathering with { IsOpenToAll = true };
        Assert.Null(Come(open, null));
        Assert.Equal(GroupRefusal.Full, Come(open with { Agreed = 5 }, null));
        Assert.Equal(GroupRefusal.YouLeadIt, GroupRules.CheckAgreeing(open, Tutor, null, Now));
    }

    [Fact]
    public void A_confirmed_group_takes_people_until_it_begins()
    {
        Assert.Null(Come(Agreed, MemberState.Invited, Agreed.StartsAt.AddSeconds(-1)));
        Assert.Equal(GroupRefusal.AlreadyBegun, Come(Agreed, MemberState.Invited, Agreed.StartsAt));
        Assert.Equal(GroupRefusal.AlreadyCancelled, Come(Agreed with { State = ConsultationState.Cancelled }, MemberState.Invited));
        Assert.Equal(GroupRefusal.AlreadyOver, Come(Agreed with { State = ConsultationState.Held }, MemberState.Invited));
    }

    [Fact]
    public void Whoever_was_asked_may_say_no_once_and_after_having_agreed()
    {
        Assert.Null(GroupRules.CheckDeclining(Gathering, MemberState.Invited, Now));
        Assert.Null(GroupRules.CheckDeclining(Agreed, MemberState.Agreed, Now));
        Assert.Equal(GroupRefusal.AlreadyDeclined, GroupRules.CheckDeclining(Gathering, MemberState.Declined, Now));
        Assert.Equal(GroupRefusal.NotIn, GroupRules.CheckDeclining(Gathering, null, Now));
        Assert.Equal(GroupRefusal.AlreadyBegun, GroupRules.CheckDeclining(Agreed, MemberState.Agreed, Agreed.StartsAt));
    }

    [Theory]
    [InlineData(2, false, null)]
    [InlineData(5, false, ConsultationState.Confirmed)]
    [InlineData(2, true, ConsultationState.Cancelled)]
    [InlineData(3, true, ConsultationState.Confirmed)]
    public void It_takes_place_when_enough_have_agreed_by_the_deadline_or_all_seats_are_taken(
        int agreed, bool atDeadline, ConsultationState? becomes) =>
        Assert.Equal(becomes, GroupRules.Decide(Gathering with { Agreed = agreed }, atDeadline ? Gathering.AgreeBy : Now));

    [Fact]
    public void What_is_decided_is_not_decided_again()
    {
        Assert.Null(GroupRules.Decide(Agreed with { Agreed = 1 }, Agreed.AgreeBy));
        Assert.Null(GroupRules.Decide(Gathering with { State = ConsultationState.Cancelled }, Gathering.AgreeBy));
    }

    [Fact]
    public void Only_its_tutor_confirms_and_only_with_enough()
    {
        Assert.Null(GroupRules.CheckConfirming(Gathering with { Agreed = 3 }, Tutor, Now));
        Assert.Equal(GroupRefusal.TooFewAgreed, GroupRules.CheckConfirming(Gathering with { Agreed = 2 }, Tutor, Now));
        Assert.Equal(GroupRefusal.NotYours, GroupRules.CheckConfirming(Gathering with { Agreed = 3 }, Teacher, Now));
        Assert.Equal(GroupRefusal.AlreadyConfirmed, GroupRules.CheckConfirming(Agreed, Tutor, Now));
        Assert.Equal(GroupRefusal.NotYours, GroupRules.CheckCancelling(Agreed, Teacher, Now));
        Assert.Equal(GroupRefusal.NotYours, GroupRules.CheckOpening(Gathering, Teacher, Now));
    }

    [Fact]
    public void It_moves_to_another_time_two_hours_ahead_and_gathers_until_an_hour_before_it()
    {
        Assert.Equal(GroupRefusal.SameTime, GroupRules.CheckMoving(Gathering, Tutor, Gathering.StartsAt, Now));
        Assert.Equal(GroupRefusal.TimeTooNear, GroupRules.CheckMoving(Gathering, Tutor, Now.AddMinutes(119), Now));
        Assert.Equal(GroupRefusal.NotYours, GroupRules.CheckMoving(Gathering, Teacher, Now.AddDays(1), Now));
        Assert.Null(GroupRules.CheckMoving(Gathering, Tutor, Now.AddDays(1), Now));
        Assert.Equal(Now.AddHours(23), GroupRules.AgreeByAfterMove(Gathering, Now.AddDays(1)));
        Assert.Equal(Gathering.AgreeBy, GroupRules.AgreeByAfterMove(Gathering, Now.AddDays(5)));
    }

    [Fact]
    public void A_draft_is_within_its_bounds()
    {
        var draft = new GroupDraft
        {
            About = "Дроби",
            Tutor = Tutor,
            StartsAt = Now.AddDays(3),
            AgreeBy = Now.AddDays(2),
            Seats = 5,
            MinParticipants = 3
        };
        Assert.Null(draft.Check(Now));
        Assert.Null((draft with { StartsAt = Now.AddHours(2), AgreeBy = Now.AddHours(1) }).Check(Now));
        Assert.Equal(GroupRefusal.TimeTooNear, (draft with { StartsAt = Now.AddMinutes(119) }).Check(Now));
        Assert.Equal(GroupRefusal.TimeTooFar, (draft with { StartsAt = Now.AddDays(366) }).Check(Now));
        Assert.Equal(GroupRefusal.SeatsOutOfBounds, (draft with { Seats = 1 }).Check(Now));
        Assert.Equal(GroupRefusal.SeatsOutOfBounds, (draft with { Seats = 31 }).Check(Now));
        Assert.Equal(GroupRefusal.LeastOutOfBounds, (draft with { MinParticipants = 1 }).Check(Now));
        Assert.Equal(GroupRefusal.LeastOutOfBounds, (draft with { MinParticipants = 6 }).Check(Now));
        Assert.Equal(GroupRefusal.AgreeByTooSoon, (draft with { AgreeBy = Now.AddMinutes(59) }).Check(Now));
        Assert.Equal(GroupRefusal.AgreeByAfterStart, (draft with { AgreeBy = Now.AddDays(3) }).Check(Now));
    }

    private static GroupRefusal? Come(GroupMeeting it, MemberState? mine, DateTimeOffset? at = null) =>
        GroupRules.CheckAgreeing(it, Teacher, mine, at ?? Now);
}
