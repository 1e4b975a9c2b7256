using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Registration;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// <c>/start d_…</c>: what the code of a paper opens, for anybody: whether it is the edition in force, and nothing else. A code is 128
/// random bits, so guesses need not be counted; all of them get one answer.
/// </summary>
internal sealed class PaperLink(EditionStore editions, SiteZone zone) : StartLink
{
    internal const string Start = "d_";

    public override string Prefix => Start;

    public override bool NeedsPerson => false;

    public override async Task Open(Turn turn, string rest)
    {
        var said = await editions.Paper(rest) is { } paper ? DownloadTexts.Checked(paper, await editions.InForce(paper.Plan), zone)
            : Html.Text(DownloadTexts.Unknown);
        turn.Show(new Screen(said).Row(turn.Speaker.PersonOrNull is null ? Button.Command(AboutTexts.About, "about") : EngineTexts.ToMenu));
    }
}
