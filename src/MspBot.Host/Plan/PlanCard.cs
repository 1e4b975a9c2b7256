using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The plan of a school year. The number of the row is the year in which it begins, 0 the present one.</summary>
internal sealed class PlanCard(PlanScreens screens, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Plan;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        Year(turn, id) is { } year ? await screens.Card(year, turn.Speaker, turn.Now) : null;

    private SchoolYear? Year(Turn turn, long id) => id switch
    {
        0 => SchoolYear.Of(zone.DayOf(turn.Now)),
        >= 2020 and <= 2100 => new((int)id),
        _ => null,
    };
}

/// <summary>/plan</summary>
internal sealed class PlanCommand(PlanScreens screens, SiteZone zone) : Command
{
    public override string Name => PlanLinks.Plan;

    public override string Description => PlanTexts.Description;

    public override int Order => 290;

    public override bool For(Speaker speaker) => PlanAccess.Reads(speaker);

    public override async Task Run(Turn turn, string args) =>
        turn.Show(await screens.Card(SchoolYear.Of(zone.DayOf(turn.Now)), turn.Speaker, turn.Now));
}
