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

/// <summary>«Новый опрос»: over which days, about what, by when, of whom. It ends in a draft, whose card shows the size.</summary>
internal sealed class NewSurveyFlow(IndicatorReader indicators, SchoolReader schools, WorkingCalendar calendar) : Flow
{
    public override string Key => SurveyLinks.NewSurvey;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => OpeningTexts.New;

    public override string Unfinished => "новый опрос";

    public override bool For(Speaker speaker) => SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var asked = await indicators.Asked();
        if (asked.Count == 0)
            return Say(new Screen(Html.Text(OpeningTexts.NoIndicatorsYet))
                .Row(Button.Card(OpeningTexts.Indicators, SurveyLinks.Indicators, 0)));
        var listed = await SurveyQuestions.Listed(schools);
        if (listed.Count == 0)
            return Say(new Screen(Html.Text(OpeningTexts.NoSchoolsListed))
                .Row(Button.Command(OpeningTexts.ToMonitoring, SurveyLinks.Monitoring)));

        var period = await SurveyQuestions.Period(ask);
        var chosen = await SurveyQuestions.Indicators(ask, SurveyQuestions.IndicatorsKey(period), asked,
            one => period.Asks(one.Every, one.Month));
        var due = await SurveyQuestions.Due(ask, calendar);
        var whom = await SurveyQuestions.Schools(ask, listed);
        await ask.Confirm("Подготовить опрос? Школы о нём пока не узнают.", [new Option<bool>(true, "Подготовить опрос")]);
        return Do(new DraftSurvey(new(period, chosen, due, whom)))
            .OnConflict(SurveyRefusal.SamePeriod, SurveyQuestions.PeriodKey, SurveyRefusalTexts.Of(SurveyRefusal.SamePeriod))
            .OnConflict(SurveyRefusal.DueTooEarly, SurveyQuestions.DueKey, SurveyRefusalTexts.Of(SurveyRefusal.DueTooEarly))
            .OnConflict(SurveyRefusal.NoIndicators, SurveyQuestions.IndicatorsKey(period),
                SurveyRefusalTexts.Of(SurveyRefusal.NoIndicators))
            .OnConflict(SurveyRefusal.Retired, SurveyQuestions.IndicatorsKey(period), SurveyRefusalTexts.Of(SurveyRefusal.Retired))
            .OnConflict(SurveyRefusal.NotLowResults, SurveyQuestions.SchoolsKey, SurveyRefusalTexts.Of(SurveyRefusal.NotLowResults));
    }
}

internal sealed record DraftSurvey(NewSurvey One);

internal sealed class DraftSurveyHandler(RoleStore roles, DraftStore store, SiteZone zone) : Handler<DraftSurvey>
{
    public override async Task<Done> Handle(DraftSurvey command, Turn turn)
    {
        var (refusal, id) = await roles.Holds(turn.Person, Role.Head)
            ? await store.Add(command.One, turn.Person, turn.Now, zone.DayOf(turn.Now)) : (SurveyRefusal.RoleLost, default);
        if (refusal is { } because) return new Done.Refused(because, Html.Text(SurveyRefusalTexts.Of(because)));
        turn.Log(LogAction.SurveyDrafted, LogSubject.Survey, id.Value, LogDetail.Of("questions", command.One.Indicators.Count)
            .And("schools", command.One.Schools.Count), Role.Head);
        return new Done.Opening(SurveyLinks.Survey, id.Value);
    }
}
