using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>
/// A recommendation: to the heads of its school and to those who write them. Number 0 is a list: a school's own, or those that no school
/// has confirmed yet.
/// </summary>
internal sealed class RecommendationCard(
    RecommendationReader reader, RecommendationStore store, HeadedSchools heads, RecommendationScreens screens, SiteZone zone) : Card
{
    private const string Name = SurveyLinks.Recommendation;

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => id == 0
        ? SurveyAccess.Checks(turn.Speaker) || SurveyAccess.Fills(turn.Speaker)
        : SurveyAccess.Checks(turn.Speaker) ? await reader.One(new(id)) is not null
        : SurveyAccess.Fills(turn.Speaker) && await IsOwn(turn, await reader.One(new(id))));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (id == 0) return await List(turn, Pager.Number(arg));
        return await reader.One(new(id)) is { } one ? screens.Card(one, await IsOwn(turn, one)) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        action == RecommendationScreens.Seen ? await See(turn, new(id)) : Pressed.Fresh(arg);

    private async Task<Screen> List(Turn turn, int page) => SurveyAccess.Checks(turn.Speaker)
        ? screens.List(await Pager.Read(page, reader.Unseen), isOfSchool: false)
        : screens.List(await heads.Of(turn.Person) is { } school ? await Pager.Read(page, nr => reader.OfSchool(school.Id, nr))
            : new Page<RecommendationDetails>([], 0, HasNext: false), isOfSchool: true);

    private async Task<Pressed> See(Turn turn, RecommendationId id)
    {
        var school = (await heads.Hold(turn.Person))?.Id;
        if (await reader.One(id) is not { } before || before.School != school) return Pressed.Warn(RecommendationTexts.HeadNoMore);
        var result = await store.See(id, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return Pressed.Warn(SurveyRefusalTexts.Of(refusal));
        if (result.WasSeen) return Pressed.Warn(RecommendationTexts.SeenBefore(result.After!, zone));
        turn.Log(LogAction.RecommendationSeen, LogSubject.Recommendation, id.Value, role: Role.SchoolHead, school: before.School);
        await turn.Redraw(RecommendationScreens.Shown(id), async who => screens.Card(result.After!, await IsOwn(who, result.After)));
        return Pressed.Fresh(toast: RecommendationTexts.Thanks);
    }

    private Task<bool> IsOwn(Turn turn, RecommendationDetails? one) => IsOwn(turn.Speaker, one);

    private async Task<bool> IsOwn(Speaker who, RecommendationDetails? one) =>
        one is not null && who.PersonOrNull is { } person && (await heads.Of(person))?.Id == one.School;
}
