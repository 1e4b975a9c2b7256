using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Roles;

public sealed class InvitationRulesTests
{
    private static readonly DateTimeOffset Now = Some.Today;
    private static readonly PersonId Head = new(1);
    private static readonly PersonId Anna = new(2);
    private static readonly PersonId Boris = new(3);

    private static readonly Invitation Tutor = new(Role.Tutor, null, Head, Now + Invitation.Lasts, null, null);

    [Fact]
    public void An_open_invitation_gives_its_role() => Assert.Null(Decide(Tutor));

    [Fact]
    public void No_code_is_looked_at_after_too_many_wrong_ones()
    {
        Assert.Null(InvitationRules.Decide(Tutor, Anna, holds: false, leads: null, misses: 9, Now));
        Assert.Equal(RedeemRefusal.TooManyTries, InvitationRules.Decide(Tutor, Anna, holds: false, leads: null, misses: 10, Now));
        Assert.Equal(RedeemRefusal.TooManyTries, InvitationRules.Decide(null, Anna, holds: false, leads: null, misses: 10, Now));
    }

    [Fact]
    public void A_code_that_fits_nothing_is_unknown() => Assert.Equal(RedeemRefusal.Unknown, Decide(null));

    [Fact]
    public void It_works_until_seven_days_are_over()
    {
        Assert.Null(InvitationRules.Decide(Tutor, Anna, false, null, 0, Tutor.ExpiresAt.AddSeconds(-1)));
        Assert.Equal(RedeemRefusal.Expired, InvitationRules.Decide(Tutor, Anna, false, null, 0, Tutor.ExpiresAt));
    }

    [Fact]
    public void Withdrawn_it_gives_nothing() => Assert.Equal(RedeemRefusal.Withdrawn, Decide(Tutor with { WithdrawnAt = Now }));

    [Fact]
    public void Used_it_gives_nothing_to_others_and_tells_its_user_that_they_have_it()
    {
        var used = Tutor with { UsedBy = Boris };
        Assert.Equal(RedeemRefusal.Used, Decide(used));
        Assert.Equal(RedeemRefusal.AlreadyYours, InvitationRules.Decide(used, Boris, holds: true, leads: null, misses: 0, Now));
        // The role was taken away since: the old link does not give it back.
        Assert.Equal(RedeemRefusal.Used, InvitationRules.Decide(used, Boris, holds: false, leads: null, misses: 0, Now));
    }

    [Fact]
    public void Who_made_it_does_not_use_it() =>
        Assert.Equal(RedeemRefusal.Own, InvitationRules.Decide(Tutor, Head, holds: false, leads: null, misses: 0, Now));

    [Fact]
    public void Who_has_the_role_leaves_it_for_another() =>
        Assert.Equal(RedeemRefusal.AlreadyYours, InvitationRules.Decide(Tutor, Anna, holds: true, leads: null, misses: 0, Now));

    [Fact]
    public void Who_leads_one_school_does_not_get_a_second()
    {
        var school = Tutor with { Role = Role.SchoolHead, School = new(5) };
        Assert.Equal(RedeemRefusal.HeadOfAnotherSchool, InvitationRules.Decide(school, Anna, holds: true, leads: new(6), misses: 0, Now));
        Assert.Equal(RedeemRefusal.AlreadyYours, InvitationRules.Decide(school, Anna, holds: true, leads: new(5), misses: 0, Now));
    }

    [Theory]
    [InlineData(Role.Tutor, false, true, 1, RoleRemovalRefusal.NotHead)]
    [InlineData(Role.Teacher, true, true, 1, RoleRemovalRefusal.Everybodys)]
    [InlineData(Role.Tutor, true, false, 1, RoleRemovalRefusal.NotTheirs)]
    [InlineData(Role.Head, true, true, 1, RoleRemovalRefusal.LastHead)]
    [InlineData(Role.Head, true, true, 2, null)]
    [InlineData(Role.Observer, true, true, 1, null)]
    public void A_role_is_taken_by_a_head_from_who_has_it_and_never_from_the_last_head(
        Role role, bool byHead, bool holds, int heads, RoleRemovalRefusal? refusal) =>
        Assert.Equal(refusal, RoleRemoval.Decide(role, byHead, holds, heads));

    private static RedeemRefusal? Decide(Invitation? invitation) =>
        InvitationRules.Decide(invitation, Anna, holds: false, leads: null, misses: 0, Now);
}
