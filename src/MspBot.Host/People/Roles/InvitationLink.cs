using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.People.Roles;

/// <summary><c>/start i_…</c>: a role for the first person who opens the link.</summary>
internal sealed class InvitationLink(InvitationStore invitations, InvitationCard card, InvitationNews news, Registry registry) : StartLink
{
    public override string Prefix => PeopleLinks.InvitationStart;

    public override async Task Open(Turn turn, string rest)
    {
        var redeemed = await invitations.Redeem(rest, turn.Person, turn.Now);
        if (redeemed.Refusal is { } refusal)
        {
            await Refuse(turn, refusal, redeemed.Details);
            return;
        }
        var details = redeemed.Details!;
        turn.RefreshCommands();
        turn.Log(LogAction.InvitationUsed, LogSubject.Invitation, details.Id.Value, LogDetail.Of("role", details.Role), details.Role,
            [turn.Person]);
        await news.Accepted(turn, details);
        turn.Show(new Screen(InvitationTexts.Welcome(details, Gained(turn.Speaker, details.Role))).Row(EngineTexts.ToMenu));
    }

    private async Task Refuse(Turn turn, RedeemRefusal refusal, InvitationDetails? details)
    {
        turn.Show(new Screen(Html.Text(InvitationTexts.Refused(refusal))).Row(EngineTexts.ToMenu));
        if (refusal == RedeemRefusal.Own && await card.Show(turn, details!.Id.Value, "") is { } own) turn.Say(own);
    }

    /// <summary>What this role can do and a teacher cannot.</summary>
    private IReadOnlyList<ListedCommand> Gained(Speaker speaker, Role role)
    {
        var (before, after) = (speaker with { Roles = new HashSet<Role> { Role.Teacher } },
            speaker with { Roles = new HashSet<Role> { Role.Teacher, role } });
        return [.. registry.Listed.Where(c => c.For(after) && !c.For(before))];
    }
}

/// <summary>Tells the heads that an invitation was accepted; a head who invited the next head is asked about their own role.</summary>
internal sealed class InvitationNews(PersonReader people, QuietHours quiet)
{
    internal async Task Accepted(Turn turn, InvitationDetails details)
    {
        var name = await people.ShortName(turn.Person) ?? "";
        var maker = await people.Chat(details.MadeBy);
        foreach (var chat in await people.HeadChats())
        {
            var screen = details.Role == Role.Head && chat == maker
                ? HandoverCard.Ask(details.Id, name)
                : new Screen(InvitationTexts.Accepted(details, name)).Row(Button.Card(name, PeopleLinks.Person, turn.Person.Value))
                .Row(EngineTexts.ToMenu);
            turn.TellOthers(new Notice(chat, screen, NoticeKey.InvitationAccepted(details.Id, chat), quiet.NotBefore(turn.Now)));
        }
    }
}

/// <summary>Somebody is about to be erased: that they accepted an invitation is news no more.</summary>
internal sealed class InvitationOnPersonErased(InvitationStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.WithdrawNews(person);
}
