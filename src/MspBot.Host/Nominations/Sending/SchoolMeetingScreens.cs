using MspBot.Data.Nominations;
using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Sending;

/// <summary>How a meeting and one nomination look to the school's head.</summary>
internal sealed class SchoolMeetingScreens(
    NominationReader reader, SeminarReader seminars, HeadedSchools heads, MySchoolReader attended, SiteZone zone)
{
    /// <summary>By this name earlier cards are found that are to be brought up to date, each on the page that it shows.</summary>
    internal static string Shown(SeminarId id, int page = 0) =>
        page == 0 ? $"{NominationLinks.Meeting}:{id.Value}" : $"{NominationLinks.Meeting}:{id.Value}:{page}";

    /// <inheritdoc cref="Shown(SeminarId, int)"/>
    internal static string Shown(NominationId id) => $"{NominationLinks.Nominee}:{id.Value}";

    internal async Task<Screen?> Meeting(SeminarId id, Speaker who, DateTimeOffset now, int page = 0, Html news = default)
    {
        if (who.PersonOrNull is not { } person || !SchoolAccess.IsHead(who) || await heads.Of(person) is not { } school
            || await seminars.Details(id, person) is not { WasPublished: true } details) return null;
        var sent = await reader.OfMeeting(id, school.Id);
        var held = details.Held == 0 ? 0 : (await reader.Forecast(details, school.Id, 0)).OfSchool;
        var cut = Paging.Cut(sent, page);
        var open = details.Seminar.IsOpen(now);
        var hadSeats = details.State == SeminarState.Published && details.Seminar.IsOver(now)
            && await attended.Meeting(school.Id, id, now) is not null;
        return new Screen(Html.Paragraphs(
                news,
                SendingTexts.Meet(details, zone),
                details.State == SeminarState.Cancelled ? Html.Text(SeminarTexts.Cancelled) : SendingTexts.Held(held),
                sent.Count == 0 ? open ? SendingTexts.NobodySent : default
                : Html.Lines([.. cut.Items.Select(one =>
                    Html.Of($"{SendingTexts.Name(one)}: {SendingTexts.Standing(one, open, now, zone)}"))])))
            .Page(cut,
                one => Button.Card($"{SendingTexts.Mark(one, open)}{SendingTexts.Name(one)}", NominationLinks.Nominee, one.Id.Value),
                (label, number) => Button.Card(label, NominationLinks.Meeting, id.Value, arg: $"{number}"))
            .Row(open ? Button.Flow(SendingTexts.Nominate, NominationLinks.Nominate, id).Main() : null)
            .Row(open && sent.Any(one => one.IsUnheard)
                ? Button.Card(LetterTexts.PassOn, NominationLinks.Meeting, id.Value, SchoolMeetingCard.PassOn) : null)
            .Row(open ? SchoolMeetingCard.BringTo(id) : null)
            .Row(details.State == SeminarState.Published && sent.Any(one => one.IsActive) ? OrderListButton.Of(id) : null)
            .Row(hadSeats ? Button.Card(HeadTexts.WhoCame, NominationLinks.SchoolMeeting, id.Value) : null)
            .Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, id.Value)) with
        { Shows = Shown(id, cut.Number) };
    }

    internal async Task<Screen?> Nominee(Nomination one, PersonId person, DateTimeOffset now, Html news = default)
    {
        if (await seminars.Details(one.Seminar, person) is not { } details) return null;
        var open = details.Seminar.IsOpen(now);
        return new Screen(Html.Paragraphs(
                news,
                Html.Of($"<b>{SendingTexts.Name(one)}</b>: {SendingTexts.Standing(one, open, now, zone)}"),
                SendingTexts.Meet(details, zone),
                details.State == SeminarState.Cancelled ? Html.Text(SeminarTexts.Cancelled) : default))
            .Row(open && one.ReplacedBy is null ? Button.Flow(SendingTexts.Replace, NominationLinks.Replace, one.Id) : null)
            .Row(open && one.IsActive
                ? Button.Card(SendingTexts.Withdraw, NominationLinks.Nominee, one.Id.Value, NomineeCard.Withdraw).Danger() : null)
            .Row(Button.Card(SendingTexts.ToMeeting, NominationLinks.Meeting, one.Seminar.Value)) with
        { Shows = Shown(one.Id) };
    }

    /// <summary>An earlier card of a nomination, as it looks now to a head of the school that made it; null: to nobody else.</summary>
    internal async Task<Screen?> Again(NominationId id, Speaker who, DateTimeOffset now) =>
        who.PersonOrNull is { } person && SchoolAccess.IsHead(who) && await reader.One(id) is { } one
        && (await heads.Of(person))?.Id == one.School ? await Nominee(one, person, now) : null;
}
