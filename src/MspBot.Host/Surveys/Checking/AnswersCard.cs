using System.Globalization;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>
/// What one school has answered. The number of the row is the survey; the argument is the school, the page, and «all»; without a school,
/// the first that waits to be checked.
/// </summary>
internal sealed class AnswersCard(CheckingStore store, Checkers checkers, AnswersScreens screens) : Card
{
    private const string Name = SurveyLinks.Answers;
    private const string AcceptNow = "accept";
    private const string All = "all";

    public override string Key => Name;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var parts = new Argument(arg);
        var school = parts.Id<SchoolId>() ?? await screens.FirstToCheck(new(id));
        return school is { } one
            ? await screens.Of(turn.Speaker, new(id), one, page: Pager.Number(parts.Number(1) ?? 0), all: parts.Part(2) == All) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var seen = new Argument(arg);
        if (action != AcceptNow || seen.Id<SchoolId>() is not { } school || seen.Number(1) is not (> 0 and <= int.MaxValue and var version))
            return Pressed.Fresh(arg);
        if (!await checkers.Hold(turn.Person)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        var result = await store.Accept(new(id), school, (int)version, turn.Person, turn.Now);
        if (result.Refusal is not null)
            return Pressed.Instead(await screens.Stale(turn.Speaker, new(id), school) ?? EngineTexts.NothingThere);
        turn.Log(LogAction.SurveyAccepted, LogSubject.Survey, id, LogDetail.Of("version", result.School!.Version), school: school);
        return Pressed.Instead(await screens.Of(turn.Speaker, new(id), school) ?? EngineTexts.NothingThere,
            AnswersTexts.Accepted(result.School));
    }

    internal static Button Accept(SurveyId survey, AskedSchool school) => Conversations.Screens.Button.Card(
        AnswersTexts.Accept, Name, survey.Value, AcceptNow, Argument.Of(school.School, school.Version)).Main();

    internal static Button Button(string label, SurveyId survey, SchoolId school, int page = 0, bool all = false) =>
        Conversations.Screens.Button.Card(label, Name, survey.Value,
            arg: all ? Argument.Of(school, page, All) : page > 0 ? Argument.Of(school, page)
                : school.Value.ToString(CultureInfo.InvariantCulture));
}
