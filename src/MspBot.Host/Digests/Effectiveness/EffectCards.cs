using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Эффективность площадки»: the argument is the period; none: the school year to date.</summary>
internal sealed class EffectCard(EffectScreens screens, SiteZone zone) : Card
{
    internal const string Periods = "periods";
    internal const string Paper = "paper";

    public override string Key => EffectLinks.Page;

    public override Access Access => Access.All(EffectAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await screens.Page(EffectPeriod.Read(arg) ?? EffectPeriod.Of(EffectSpan.YearToDate, zone.DayOf(turn.Now)), turn.Speaker, turn.Now);

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action == Periods) return Task.FromResult(Pressed.Instead(EffectScreens.Periods(zone.DayOf(turn.Now))));
        if (action != Paper || EffectPeriod.Read(arg) is not { } period) return Task.FromResult(Pressed.Fresh(arg));
        turn.Say(EffectFileMaker.Screen(period, null, turn.Speaker));
        turn.Log(LogAction.FileTaken, LogSubject.Conclusion, null, LogDetail.Of("file", LogFile.EffectivenessReport));
        return Task.FromResult(Pressed.Nothing());
    }
}

/// <summary>«Цели на год»: the number is the school year.</summary>
internal sealed class GoalsCard(EffectScreens screens) : Card
{
    public override string Key => EffectLinks.Goals;

    public override Access Access => Access.All(EffectAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        GoalStart.Year(id) is { } year ? await screens.Goals(year, turn.Now) : null;
}

/// <summary>«Заключения»: the number is a page.</summary>
internal sealed class ConclusionsCard(EffectScreens screens) : Card
{
    public override string Key => EffectLinks.Conclusions;

    public override Access Access => Access.All(EffectAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await screens.Conclusions(Pager.Number(id), turn.Speaker);
}
