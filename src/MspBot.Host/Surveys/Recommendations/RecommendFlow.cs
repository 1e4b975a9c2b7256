using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Recommendations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>«Написать рекомендацию»: to one school, of what a survey has shown. Begun with both, «survey.school».</summary>
internal sealed class RecommendFlow(SurveyReader reader, HeadedSchools heads) : Flow
{
    /// <summary>Days from today on that are offered.</summary>
    private static readonly int[] Offered = [14, 30, 60];

    public override string Key => SurveyLinks.Recommend;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override string Title => RecommendationTexts.Write;

    public override string Unfinished => RecommendationTexts.Unfinished;

    public override bool For(Speaker speaker) => SurveyAccess.Checks(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } survey || await reader.One(survey) is not { State: not SurveyState.Draft })
            return Say(Refused(SurveyRefusal.NoSuchSurvey));
        if (ask.Start.Id<SchoolId>(1) is not { } id || await reader.School(survey, id) is not { } school)
            return Say(Refused(SurveyRefusal.SchoolNotAsked));
        var words = await ask.Text("recommendation", RecommendationTexts.Words, RecommendationBounds.Words, RecommendationTexts.Rule);
        var today = ask.Zone.DayOf(ask.Now);
        var due = await ask.OptionalChoice<DateOnly?>("due", RecommendationTexts.Term,
            [.. Offered.Select(days => today.AddDays(days)).Select(day => new Option<DateOnly?>(day, Russian.AtStart(Russian.Day(day))))],
            text => Day(text, today));
        await ask.Confirm(RecommendationTexts.Ask(school.Name, (await heads.Chats(id)).Count),
            [new Option<bool>(true, RecommendationTexts.Send)]);
        return Do(new MakeRecommendation(survey, id, words, due));
    }

    internal static Screen Refused(SurveyRefusal because) => new Screen(Html.Text(SurveyRefusalTexts.Of(because)))
        .Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);

    private static Parsed<DateOnly?> Day(string text, DateOnly today) => TypedMomentReader.Read(text, today) switch
    {
        TypedMoment.Understood { Day: { } day } when day < today =>
            new Parsed<DateOnly?>.Bad(DialogTexts.DayIsPast(Russian.Day(day))),
        TypedMoment.Understood { Day: { } day } when day > today.AddYears(2) => new Parsed<DateOnly?>.Bad(DialogTexts.DayTooFar),
        TypedMoment.Understood { Day: { } day } => new Parsed<DateOnly?>.Good(day, Russian.DayLong(day)),
        TypedMoment.NoSuchDay(var typed) => new Parsed<DateOnly?>.Bad(DialogTexts.NoSuchDay(typed)),
        _ => new Parsed<DateOnly?>.Bad(DialogTexts.DayUnclear),
    };
}

/// <summary>A recommendation, to be made.</summary>
internal sealed record MakeRecommendation(SurveyId Survey, SchoolId School, string Words, DateOnly? DueOn);

/// <summary>Keeps it, and tells the heads of the school.</summary>
internal sealed class MakeRecommendationHandler(
    RoleStore roles, RecommendationStore store, HeadedSchools heads, RecommendationScreens screens, QuietHours quiet)
    : Handler<MakeRecommendation>
{
    public override async Task<Done> Handle(MakeRecommendation command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head) && !await roles.Holds(turn.Person, Role.Methodologist))
            return new Done.With(RecommendFlow.Refused(SurveyRefusal.RoleLost));
        var result = await store.Make(command.School, command.Survey, command.Words, command.DueOn, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return new Done.With(RecommendFlow.Refused(refusal));
        var made = result.After!;
        turn.Log(LogAction.RecommendationMade, LogSubject.Recommendation, made.Id.Value, school: made.School);
        var chats = await heads.Chats(made.School);
        turn.Tell(chats.Select(chat => new Notice(chat, screens.Card(made, isOfSchool: true),
            NoticeKey.SchoolRecommended(made.Id, chat), quiet.NotBefore(turn.Now))));
        return new Done.With(screens.Card(made, isOfSchool: false, RecommendationTexts.Made(made, chats.Count)));
    }
}
