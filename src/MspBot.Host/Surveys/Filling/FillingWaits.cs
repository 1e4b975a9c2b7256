using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.MySchool;

namespace MspBot.Host.Surveys.Filling;

/// <summary>On top of the menu: a survey that waits for the speaker's school.</summary>
internal sealed class FillingWaits(HeadedSchools heads, FillingReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        SurveyAccess.Fills(turn.Speaker) && await heads.Of(turn.Person) is { } school && await reader.Waiting(school.Id) is { } survey
            ? new(survey.OpenedAt, FillingTexts.Waits(survey, zone.DayOf(turn.Now)), ToIt(survey)) : null;

    /// <summary>Where the filling has begun, straight to the next question.</summary>
    internal static Button ToIt(SchoolSurvey survey) => survey is { State: SchoolSurveyState.Filling, IsWhole: false }
        ? FillingLinks.GoOnWith(FillingTexts.WaitsButton(survey), survey.Id)
        : FillingLinks.Own(FillingTexts.WaitsButton(survey), survey.Id);
}

/// <summary>The same in /school.</summary>
internal sealed class SurveyOfMySchool(FillingReader reader, SiteZone zone) : MySchoolPart
{
    public override async Task<MySchoolLine?> For(Turn turn, SchoolId school) => await reader.Waiting(school) is { } survey
        ? new(FillingTexts.Waits(survey, zone.DayOf(turn.Now)), FillingWaits.ToIt(survey)) : null;
}

/// <summary>The surveys of the speaker's school in /monitoring.</summary>
internal sealed class SchoolSurveysPart(HeadedSchools heads, FillingReader reader) : MonitoringPart
{
    private const int Most = 6;

    public override int Order => 10;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        if (!SurveyAccess.Fills(turn.Speaker) || await heads.Of(turn.Person) is not { } school) return null;
        var surveys = await reader.OfSchool(school.Id, Most);
        if (surveys.Count == 0) return new(FillingTexts.NoSurveys, []);
        var open = surveys.Count(one => one.Survey == SurveyState.Open && Domain.Surveys.Filling.SchoolSurveyRules.IsUnsent(one.State));
        return new(FillingTexts.School(open), [.. surveys.Select(Row)]);
    }

    private static IReadOnlyList<Button> Row(SchoolSurvey survey) => [FillingLinks.Own(FillingTexts.InList(survey), survey.Id)];
}
