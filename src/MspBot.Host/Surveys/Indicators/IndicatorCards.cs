using MspBot.Data.People.Roles;
using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>«Показатели»: a page of them; the argument is the page, then whether of those that are not asked any more.</summary>
internal sealed class IndicatorsCard(RoleStore roles, IndicatorStore store, TypicalSet set, IndicatorScreens screens) : Card
{
    private const string AddSet = IndicatorScreens.AddSet;

    public override string Key => SurveyLinks.Indicators;

    public override Access Access => Access.All(SurveyAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await screens.List(turn.Speaker, arg);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != AddSet || !SurveyAccess.Leads(turn.Speaker)) return Pressed.Fresh(arg);
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        var added = await store.AddMissing(set.All, turn.Person, turn.Now);
        foreach (var one in added) turn.Log(LogAction.IndicatorAdded, LogSubject.Indicator, one.Value, role: Role.Head);
        return Pressed.Instead(await screens.List(turn.Speaker, "", Html.Text(IndicatorTexts.SetAdded(added.Count))));
    }
}

/// <summary>One indicator; a button that decides carries the revision with which it was shown.</summary>
internal sealed class IndicatorCard(RoleStore roles, IndicatorReader reader, IndicatorStore store, IndicatorScreens screens) : Card
{
    private const string Edit = IndicatorScreens.Edit;
    private const string Field = IndicatorScreens.Field;
    private const string Retire = IndicatorScreens.Retire;
    private const string GiveBack = IndicatorScreens.GiveBack;

    public override string Key => SurveyLinks.Indicator;

    public override Access Access => Access.All(SurveyAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } one ? await screens.Card(one, turn.Speaker) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var words = new Argument(arg);
        if (!SurveyAccess.Leads(turn.Speaker) || words.Number() is not { } seen || seen > int.MaxValue) return Pressed.Fresh();
        if (action == Edit)
            return await reader.One(new(id)) is { RetiredAt: null } one ? Pressed.Instead(IndicatorScreens.Fields(one)) : Pressed.Fresh();
        if (action == Field && words.Case<IndicatorField>(1) is { } field)
            return Pressed.Begin(SurveyLinks.ChangeIndicator, Argument.Of(new IndicatorId(id), seen, field));
        if (action is not (Retire or GiveBack)) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        return action == Retire
            ? await Done(await store.Retire(new(id), (int)seen, turn.Now), LogAction.IndicatorRetired, IndicatorTexts.Retired, turn)
            : await Done(await store.GiveBack(new(id), (int)seen), LogAction.IndicatorGivenBack, IndicatorTexts.GivenBack, turn);
    }

    private async Task<Pressed> Done(IndicatorResult result, LogAction action, string said, Turn turn)
    {
        if (result.Refusal is null) turn.Log(action, LogSubject.Indicator, result.After!.Id.Value, role: Role.Head);
        return Pressed.Instead(await screens.Of(result, turn.Speaker, Html.Text(said)));
    }
}
