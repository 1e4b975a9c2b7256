using System.Globalization;
using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>What a goal's button carries: the year, the figure, and the goal that was seen, in tenths.</summary>
internal static class GoalStart
{
    private const string None = "none";
    private const int Earliest = 2020;
    private const int Latest = 2100;

    internal static string Of(SchoolYear year, EffectFigure figure, decimal? goal) =>
        string.Create(CultureInfo.InvariantCulture, $"{year.First}.{figure}.{(goal is { } seen ? $"{(int)(seen * 10)}" : None)}");

    /// <summary>Null for anything that no button of ours has said.</summary>
    internal static (SchoolYear Year, EffectFigure Figure, decimal? Seen)? Read(Argument start) =>
        start.Number() is { } first && Year(first) is { } year && start.Case<EffectFigure>(1) is { } figure
        && (start.Part(2) == None || start.Number(2) is not null) ? (year, figure, start.Number(2) / 10m) : null;

    internal static SchoolYear? Year(long first) => first is >= Earliest and <= Latest ? new((int)first) : null;
}

/// <summary>A methodologist sets the goal of one figure, changes it or takes it away.</summary>
internal sealed class GoalFlow(GoalStore goals) : Flow
{
    private const int Longest = 20;

    public override string Key => EffectLinks.SetGoal;

    public override Access Access => Access.NoRow("the number is a school year: its goals are those of all methodologists");

    public override string Title => GoalTexts.Setting;

    public override bool For(Speaker speaker) => EffectAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (GoalStart.Read(ask.Start) is not var (year, figure, seen)) return Say(EffectScreens.NoSuchYear);
        var prompt = GoalTexts.Ask(figure, year, await goals.One(year, figure));
        var unit = EffectFigures.Unit(figure);
        var words = seen is null ? await ask.Text("goal", prompt, Longest, text => Rule(text, unit))
            : await ask.OptionalText("goal", prompt, Longest, text => Rule(text, unit));
        decimal? goal = words is null || TypedGoal.Read(words, unit, out var read) is not null ? null : read;
        return Do(new SetGoal(year, figure, seen, goal));
    }

    private static Parsed<string> Rule(string text, EffectUnit unit) => TypedGoal.Read(text, unit, out _) is { } refusal
        ? new Parsed<string>.Bad(GoalTexts.Refused(refusal, unit)) : new Parsed<string>.Good(text, text);
}

/// <summary>What a goal is to be; null: there is none from now on.</summary>
internal sealed record SetGoal(SchoolYear Year, EffectFigure Figure, decimal? Seen, decimal? Goal);

internal sealed class SetGoalHandler(RoleStore roles, GoalStore goals, EffectScreens screens) : Handler<SetGoal>
{
    public override async Task<Done> Handle(SetGoal command, Turn turn)
    {
        var (year, figure, seen, goal) = command;
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return new Done.With(EffectScreens.Refused(EffectRefusal.RoleLost));
        var refusal = await goals.Set(year, figure, seen, goal, turn.Person, turn.Now);
        if (refusal is { } because)
        {
            var news = because == EffectRefusal.ChangedMeanwhile
                ? GoalTexts.Stale(figure, seen, await goals.One(year, figure), goal) : ConclusionTexts.Refused(because);
            return new Done.With(await screens.Goals(year, turn.Now, news));
        }
        var detail = LogDetail.Of("year", year.First).And("figure", figure);
        turn.Log(LogAction.EffectGoalSet, LogSubject.Conclusion, null,
            goal is { } wanted ? detail.And("tenths", (long)(wanted * 10)) : detail, Role.Methodologist);
        return new Done.With(await screens.Goals(year, turn.Now, GoalTexts.Saved(figure, goal)));
    }
}
