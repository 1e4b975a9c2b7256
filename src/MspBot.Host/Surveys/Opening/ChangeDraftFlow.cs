using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Indicators;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Opening;

/// <summary>«Изменить» of a draft: one thing about it; begun with its number, the revision that was seen, and what to change.</summary>
internal sealed class ChangeDraftFlow(
    DraftReader drafts, IndicatorReader indicators, SchoolReader schools, DraftScreens screens, WorkingCalendar calendar) : Flow
{
    public override string Key => SurveyLinks.ChangeDraft;

    public override Access Access => Access.All(SurveyAccess.Leads);

    public override string Title => "Изменение опроса";

    public override string Unfinished => "изменение опроса";

    public override bool For(Speaker speaker) => SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } id || ask.Start.Number(1) is not { } seen || seen > int.MaxValue
            || ask.Start.Case<DraftField>(2) is not { } field || await drafts.One(id) is not { } draft)
            return Say(DraftScreens.Refused(SurveyRefusal.NoSuchSurvey));
        if (draft.Survey.Revision != seen)
            return Say(screens.Draft(draft, ask.Speaker, ask.Now, Html.Text(SurveyRefusalTexts.Of(SurveyRefusal.ChangedMeanwhile))));
        var change = field switch
        {
            DraftField.Due => new DraftChange(DueOn: await SurveyQuestions.Due(ask, calendar)),
            DraftField.Indicators => new DraftChange(Indicators: await SurveyQuestions.Indicators(ask, "survey-asked",
                await indicators.Asked(), one => draft.Indicators.Any(two => two.Id == one.Id))),
            DraftField.Schools => new DraftChange(Schools: await SurveyQuestions.Schools(ask, await SurveyQuestions.Listed(schools),
                [.. draft.Schools.Where(one => one.IsListed).Select(one => one.Id)])),
        };
        return Do(new ChangeDraft(id, (int)seen, field, change));
    }
}

/// <summary>What of a draft can be otherwise; stored in buttons.</summary>
internal enum DraftField
{
    Due,
    Indicators,
    Schools,
}

internal sealed record ChangeDraft(SurveyId Id, int Revision, DraftField Field, DraftChange Change);

internal sealed class ChangeDraftHandler(RoleStore roles, DraftStore store, DraftScreens screens, SiteZone zone) : Handler<ChangeDraft>
{
    public override async Task<Done> Handle(ChangeDraft command, Turn turn)
    {
        var result = await roles.Holds(turn.Person, Role.Head)
            ? await store.Change(command.Id, command.Revision, command.Change, zone.DayOf(turn.Now))
            : new DraftResult(SurveyRefusal.RoleLost, null);
        if (result.Refusal is { } because)
            return new Done.Refused(because, Html.Text(SurveyRefusalTexts.Of(because)));
        turn.Log(LogAction.SurveyDrafted, LogSubject.Survey, command.Id.Value, LogDetail.Of("field", command.Field), Role.Head);
        return new Done.With(screens.Draft(result.Draft!, turn.Speaker, turn.Now, Html.Text(OpeningTexts.Changed)));
    }
}
