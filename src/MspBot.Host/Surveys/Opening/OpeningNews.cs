using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Opening;

/// <summary>Heads of the schools hear that they are asked, outside the quiet hours.</summary>
internal sealed class OpeningNews(HeadedSchools heads, QuietHours quiet)
{
    /// <returns>How many are told.</returns>
    internal async Task<int> Opened(Turn turn, DraftDetails draft)
    {
        var screens = draft.Schools.ToDictionary(school => school.Id, school => new Screen(OpeningTexts.Notice(draft, school))
            .Row(Button.Card(OpeningTexts.Fill, SurveyLinks.Filling, draft.Survey.Id.Value).Main()));
        var chats = (await heads.Chats([.. screens.Keys])).DistinctBy(one => one.Chat).ToList();
        turn.Tell(chats.Select(one => new Notice(
            one.Chat, screens[one.School], NoticeKey.SurveyOpened(draft.Survey.Id, one.Chat), quiet.NotBefore(turn.Now))
        {
            NotAfter = quiet.Zone.At(draft.Survey.DueOn.AddDays(1), TimeOnly.MinValue),
        }));
        return chats.Count;
    }
}
