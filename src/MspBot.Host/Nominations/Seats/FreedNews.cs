using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.Seats;

/// <summary>
/// News that the seats held for a school are for all before their time: each of its heads hears of it once. What the clock frees is no
/// news: they were told until when.
/// </summary>
internal sealed class FreedNews(HeadedSchools heads, NominationClock clock)
{
    /// <param name="turn">Of the site's head.</param>
    /// <param name="details">Where.</param>
    /// <param name="freed">How many seats of which schools.</param>
    /// <param name="said">What they read of so many.</param>
    internal async Task Tell(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed, Func<int, string> said)
    {
        var notBefore = clock.Quiet.NotBefore(turn.Now, details.StartsAt);
        foreach (var (school, count) in freed)
        {
            var screen = new Screen(Html.Paragraphs(Html.Text(said(count)), SendingTexts.Meet(details, clock.Zone)))
                .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, details.Id.Value));
            turn.TellOthers((await heads.Chats(school)).Select(chat =>
                new Notice(chat, screen, NotBefore: notBefore) { NotAfter = details.StartsAt }));
        }
    }
}
