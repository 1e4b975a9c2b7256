using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Agreement;

/// <summary>The last methodologist goes while items wait: heads hear of it, with the way to invite another one.</summary>
internal sealed class ReviewerDepartures(ReviewReader reviews, PersonReader people, QuietHours quiet)
{
    internal async Task Tell(PersonId person, Turn turn)
    {
        if (await reviews.LeftWithout(person) is not (> 0 and var items)) return;
        var screen = new Screen(AgreementTexts.LeftAlone(items))
            .Row(Button.Flow(AgreementTexts.InviteMethodologist, PeopleLinks.Invite).Main())
            .Row(Button.Command(PlanTexts.ToPlan, PlanLinks.Plan));
        turn.Tell((await people.HeadChats()).Where(chat => chat != turn.Speaker.Chat || turn.Person != person).Select(chat =>
            new Notice(chat, screen, NoticeKey.PlanLeftAlone(person, turn.Now, chat), quiet.NotBefore(turn.Now))));
    }
}

/// <summary>The methodologist erases their data.</summary>
internal sealed class ReviewerOnPersonErased(ReviewerDepartures departures) : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        if (PlanAccess.Agrees(turn.Speaker)) await departures.Tell(person, turn);
    }
}

/// <summary>A head takes the role away.</summary>
internal sealed class ReviewerOnRoleRemoved(ReviewReader reviews, ReviewerDepartures departures) : OnRoleRemoved
{
    public override async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        role == Role.Methodologist && await reviews.LeftWithout(person) is > 0 and var items ? [AgreementTexts.Hanging(items)] : [];

    public override Task After(PersonId person, Role role, Turn turn) =>
        role == Role.Methodologist ? departures.Tell(person, turn) : Task.CompletedTask;
}
