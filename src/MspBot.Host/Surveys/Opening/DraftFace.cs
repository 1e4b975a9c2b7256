using MspBot.Data.People.Roles;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Opening;

/// <summary>A draft: its size, and «Открыть опрос». Each button carries the revision with which it was shown.</summary>
internal sealed class DraftFace(
    RoleStore roles, DraftReader drafts, DraftStore store, DraftScreens screens, OpeningNews news, SiteZone zone) : SurveyFace
{
    public override bool Shows(SurveyState state) => state == SurveyState.Draft;

    public override async Task<Screen?> Screen(Turn turn, SurveyDetails survey, string arg, Html news) =>
        await drafts.One(survey.Id) is { } draft ? screens.Draft(draft, turn.Speaker, turn.Now, news) : null;

    public override async Task<Pressed> Press(Turn turn, SurveyDetails survey, string action, string arg)
    {
        var words = new Argument(arg);
        if (!SurveyAccess.Leads(turn.Speaker) || words.Number() is not { } number || number > int.MaxValue
            || await drafts.One(survey.Id) is not { } draft) return Pressed.Fresh();
        var seen = (int)number;
        if (action == DraftScreens.Edit) return Pressed.Instead(DraftScreens.Fields(draft));
        if (action == DraftScreens.Drop) return Pressed.Instead(DraftScreens.DropAsk(draft));
        if (action is not (DraftScreens.Open or DraftScreens.Trim or DraftScreens.DropSure)) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        return action switch
        {
            DraftScreens.Trim => await Trim(turn, draft, seen),
            DraftScreens.DropSure => await Drop(turn, draft, seen),
            _ => words.Number(1) is { } asked ? await Open(turn, draft, seen, asked) : Pressed.Fresh(),
        };
    }

    private async Task<Pressed> Open(Turn turn, DraftDetails draft, int seen, long asked)
    {
        var id = draft.Survey.Id;
        var result = await store.Open(id, seen, asked, turn.Now, zone.DayOf(turn.Now));
        if (result is not { Refusal: null, Draft: { } opened }) return Refused(turn, id, result);
        turn.Log(LogAction.SurveyOpened, LogSubject.Survey, id.Value,
            LogDetail.Of("questions", opened.Questions).And("schools", opened.Schools.Count), Role.Head);
        return Pressed.Instead(DraftScreens.Opened(opened, await news.Opened(turn, opened)));
    }

    private async Task<Pressed> Trim(Turn turn, DraftDetails draft, int seen)
    {
        var id = draft.Survey.Id;
        var listed = new DraftChange(Schools: [.. draft.Schools.Where(one => one.IsListed).Select(one => one.Id)]);
        var result = await store.Change(id, seen, listed, zone.DayOf(turn.Now));
        if (result is not { Refusal: null, Draft: { } trimmed }) return Refused(turn, id, result);
        turn.Log(LogAction.SurveyDrafted, LogSubject.Survey, id.Value, LogDetail.Of("field", DraftField.Schools), Role.Head);
        return Pressed.Instead(screens.Draft(trimmed, turn.Speaker, turn.Now, Html.Text(OpeningTexts.Changed)));
    }

    private async Task<Pressed> Drop(Turn turn, DraftDetails draft, int seen)
    {
        var result = await store.Drop(draft.Survey.Id, seen);
        if (result.Refusal is not null) return Refused(turn, draft.Survey.Id, result);
        turn.Log(LogAction.SurveyDropped, LogSubject.Survey, draft.Survey.Id.Value, role: Role.Head);
        return Pressed.Instead(DraftScreens.Dropped);
    }

    private Pressed Refused(Turn turn, SurveyId id, DraftResult result) => Pressed.Instead(result.Draft is { } draft
        ? screens.Draft(draft, turn.Speaker, turn.Now, Html.Text(SurveyRefusalTexts.Of(result.Refusal!.Value)))
        : DraftScreens.Refused(result.Refusal!.Value, id));
}
