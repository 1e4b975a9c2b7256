using MspBot.Data.Nominations.Seats;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Seats;

/// <summary>What is held for schools at a meeting, as the head of the site sees it.</summary>
internal sealed class HeldScreens(SchoolSeatsReader reader, SeminarReader seminars, SiteZone zone)
{
    internal async Task<Screen?> Of(SeminarId id, PersonId person, DateTimeOffset now, int page = 0, Html news = default)
    {
        if (await seminars.Details(id, person) is not { WasPublished: true } details) return null;
        var held = await reader.OfMeeting(id);
        var cut = Paging.Cut(held, page);
        var because = Refusal(details, now);
        return new Screen(Html.Paragraphs(
                news,
                SendingTexts.Meet(details, zone),
                details.State == SeminarState.Cancelled ? Html.Text(SeminarTexts.Cancelled) : HoldingTexts.Counts(details),
                held.Count == 0 ? because is null ? HoldingTexts.Nothing : default
                : Html.Lines([.. cut.Items.Select(school => HoldingTexts.Line(school, zone))]),
                details.State == SeminarState.Published && because is { } why ? Html.Text(HoldingTexts.Refused(why, details, zone))
                : default))
            .Row(because is null ? Button.Flow(HoldingTexts.Hold, NominationLinks.HoldSeats, id).Main() : null)
            .Page(cut,
                school => school.Held == 0 ? null : Button.Card(HoldingTexts.Free(school), NominationLinks.HeldSeats, id.Value,
                    HeldSeatsCard.Free, $"{school.School.Value}.{school.Held}"),
                (label, number) => Button.Card(label, NominationLinks.HeldSeats, id.Value, arg: $"{number}"))
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id.Value)) with
        { Shows = cut.Number == 0 ? Shown(id) : null };
    }

    /// <summary>By this name earlier cards are found that are to be brought up to date. Who has turned the page reads on there.</summary>
    internal static string Shown(SeminarId id) => $"{NominationLinks.HeldSeats}:{id.Value}";

    /// <summary>Why not even one seat can be held; null: it can.</summary>
    internal static SchoolSeatsRefusal? Refusal(SeminarDetails details, DateTimeOffset now) =>
        SchoolSeats.Check(details.Seminar, details.Attendance, 1, SchoolSeats.Latest(details.StartsAt), now);

    /// <summary>Nothing was done; the way on is the meeting as it is today.</summary>
    internal static Screen Refused(SchoolSeatsRefusal because, SeminarDetails? details, SeminarId id, SiteZone zone) =>
        new Screen(Html.Text(HoldingTexts.Refused(because, details, zone)))
            .Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, id.Value));
}
