using MspBot.Data.Nominations.Seats;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Seats;

/// <summary>
/// What the site's head does to a meeting in which schools have held seats or to which they have sent somebody: each of their heads hears
/// of it once. What the clock frees is no news: they were told until when.
/// </summary>
internal sealed class MeetingNews(HeadedSchools heads, SchoolSeatsReader seats, NominationClock clock)
{
    /// <summary>Seats that were held are for all before their time.</summary>
    /// <param name="turn">Of the site's head.</param>
    /// <param name="details">Where.</param>
    /// <param name="freed">How many seats of which schools.</param>
    /// <param name="said">What they read of so many.</param>
    /// <returns>How many heads are told.</returns>
    internal Task<int> Freed(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed, Func<int, string> said)
    {
        var count = freed.ToDictionary(one => one.School, one => one.Count);
        return Tell(turn, details, details.StartsAt, count.Keys,
            school => Html.Paragraphs(Html.Text(said(count[school])), SendingTexts.Meet(details, clock.Zone)));
    }

    /// <summary>When it is now, and until when seats are held: a meeting that comes sooner shortens that.</summary>
    /// <returns>How many heads are told.</returns>
    internal async Task<int> Moved(Turn turn, SeminarDetails before, SeminarDetails after)
    {
        var held = (await seats.OfMeeting(after.Id)).ToDictionary(one => one.School);
        var news = NoticeTexts.Changed(before, after, new SeminarChange.Start(after.StartsAt), clock.Zone);
        return await Tell(turn, after, before.StartsAt < after.StartsAt ? before.StartsAt : after.StartsAt, await seats.Affected(after.Id),
            school => Html.Paragraphs(news, Html.Bold(after.Title),
                held.GetValueOrDefault(school) is { } one ? HoldingTexts.HeldNow(one, turn.Now, clock.Zone) : default));
    }

    /// <returns>How many heads are told.</returns>
    internal async Task<int> Cancelled(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed)
    {
        var held = freed.Select(one => one.School).ToHashSet();
        return await Tell(turn, details, details.StartsAt, [.. held.Union(await seats.Affected(details.Id))],
            school => Html.Paragraphs(Html.Text(SeminarTexts.Cancelled), SendingTexts.Meet(details, clock.Zone),
                held.Contains(school) ? HoldingTexts.HeldNoMore : default));
    }

    private async Task<int> Tell(
        Turn turn, SeminarDetails details, DateTimeOffset concerns, IReadOnlyCollection<SchoolId> schools, Func<SchoolId, Html> said)
    {
        if (schools.Count == 0) return 0;
        var notBefore = clock.Quiet.NotBefore(turn.Now, concerns);
        var told = (await heads.Chats(schools)).Where(head => head.Chat != turn.Speaker.Chat).ToList();
        turn.Tell(told.Select(head => new Notice(head.Chat,
            new Screen(said(head.School)).Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, details.Id.Value)),
            NotBefore: notBefore)
        { NotAfter = details.StartsAt }));
        return told.DistinctBy(head => head.Chat).Count();
    }
}
