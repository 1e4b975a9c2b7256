using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>«Рекомендации: 2» in /monitoring of a school's head; those without an answer for who writes them.</summary>
internal sealed class RecommendationsPart(RecommendationReader reader, HeadedSchools heads) : MonitoringPart
{
    public override int Order => 60;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        if (SurveyAccess.Checks(turn.Speaker))
        {
            return await reader.CountUnseen() is > 0 and var waiting
                ? new(RecommendationTexts.HeadPart(waiting), Row(RecommendationTexts.UnseenRow(waiting))) : null;
        }
        if (!SurveyAccess.Fills(turn.Speaker) || await heads.Of(turn.Person) is not { } school) return null;
        var (all, unseen) = await reader.Count(school.Id);
        return all == 0 ? null : new(RecommendationTexts.SchoolPart(unseen), Row(RecommendationTexts.Rows(all)));
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Row(string label) => [[Button.Card(label, SurveyLinks.Recommendation, 0)]];
}

/// <summary>A recommendation that no head of the school has confirmed, on top of the menu; also for who became its head after it.</summary>
internal sealed class RecommendationWaits(RecommendationReader reader, HeadedSchools heads, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        SurveyAccess.Fills(turn.Speaker) && await heads.Of(turn.Person) is { } school
        && await reader.FirstUnseen(school.Id) is { } one
            ? new(one.At, RecommendationTexts.Waits(one, zone),
                Button.Card(RecommendationTexts.Open, SurveyLinks.Recommendation, one.Id.Value), WaitsFor.Choice)
            : null;
}

/// <summary>Cards that name who has confirmed a recommendation are drawn anew once that person is erased.</summary>
internal sealed class RecommendationOnPersonErased(
    RecommendationReader reader, RecommendationScreens screens, HeadedSchools heads, Outbox outbox) : OnPersonErased
{
    public override async Task After(PersonId person, Turn turn)
    {
        var cards = (await reader.SeenBy(person)).ToDictionary(RecommendationScreens.Shown);
        await outbox.RedrawNameless(cards.Keys, async (shows, who) => await reader.One(cards[shows]) is { } one
            ? screens.Card(one, who.PersonOrNull is { } reads && (await heads.Of(reads))?.Id == one.School) : null);
    }
}

/// <summary>Recommendations in the log: «рекомендация школе …».</summary>
internal sealed class RecommendationsInLog(RecommendationReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Recommendation;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Names(ids)).ToDictionary(one => one.Key, one => $"рекомендация для {one.Value}");

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(SurveyLinks.Recommendation, id));

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(SurveyAccess.Checks(turn.Speaker));
}
