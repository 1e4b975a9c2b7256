using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>/monitoring: what each room of monitoring has for this speaker.</summary>
internal sealed class MonitoringCard(IEnumerable<MonitoringPart> parts) : Card
{
    public override string Key => SurveyLinks.Monitoring;

    public override Access Access => Access.All(SurveyAccess.Opens);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var rows = new List<MonitoringRows>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await part.For(turn) is { } some) rows.Add(some);
        }
        var screen = new Screen(MonitoringTexts.Card([.. rows.Select(some => some.Text)]));
        foreach (var row in rows.SelectMany(some => some.Rows)) screen = screen.Row([.. row]);
        return screen.Row(EngineTexts.ToMenu);
    }
}

/// <summary>/monitoring</summary>
internal sealed class MonitoringCommand(MonitoringCard card) : Command
{
    public override string Name => SurveyLinks.Monitoring;

    public override string Description => MonitoringTexts.Description;

    public override int Order => 295;

    public override bool For(Speaker speaker) => SurveyAccess.Opens(speaker);

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}
