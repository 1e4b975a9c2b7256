using MspBot.Data.People.Rosters;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// <c>/start p_…</c>: a school brings somebody in. A stranger goes through consent to the registration, which takes what the link says; to
/// somebody who is registered it offers what would be otherwise, or opens what is behind it.
/// </summary>
internal sealed class SchoolLink(RosterReader rosters, CorrectionCard card, Router router) : StartLink
{
    public override string Prefix => SchoolStart.Prefix;

    public override Task Open(Turn turn, string rest)
    {
        var start = SchoolStart.Read($"{Prefix}{rest}");
        return start is { Then: { Length: > 0 } then } ? router.FollowLink(turn, then) : card.Offer(turn, start);
    }

    /// <summary>Before consent nobody is named, and nothing is noted.</summary>
    public override async Task<Html> Preview(Turn turn, string rest)
    {
        if (SchoolStart.Read($"{Prefix}{rest}") is not { } start) return BringingTexts.WithoutLink(BringingTexts.Unknown);
        if (await rosters.Brought(start, turn.Now) is { } brought) return BringingTexts.Invited(brought);
        return BringingTexts.WithoutLink(start.School is not null ? BringingTexts.NoSuchSchool
            : await rosters.Find(start.Code!) is { } found ? BringingTexts.Refused(found.Link.StateAt(turn.Now))
            : BringingTexts.Unknown);
    }
}
