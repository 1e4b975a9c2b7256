using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Roles;
using MspBot.Host.Seminars.Events;

namespace MspBot.Host.Nominations.Sending;

/// <summary>
/// What a school's head passes on to teachers whom no message of ours reaches. Nothing in it is meant for the head: it goes on as it is.
/// Null: there is nothing to pass on, or the meeting is not open.
/// </summary>
internal sealed class SchoolLetters(
    NominationReader reader, SeminarReader seminars, HeadedSchools heads, BotName bot, SiteZone zone)
{
    /// <summary>To those who are not in the bot: the link has the school filled in, and opens the meeting after registration.</summary>
    internal async Task<Screen?> ToNewcomers(SeminarId id, Turn turn)
    {
        if (await Open(id, turn) is not var (school, details)) return null;
        var link = bot.DeepLink($"{new SchoolStart(school.Id, null, EventLink.To(id))}");
        return ForwardedLetter.Of(LetterTexts.ToNewcomers(school.Name, details, link, zone),
            LetterTexts.WordsToNewcomers(school.Name, details, zone), link);
    }

    /// <summary>To those who were sent, have not answered, and have stopped the bot: the link starts it again, at the question.</summary>
    internal async Task<Screen?> ToSilent(SeminarId id, Turn turn)
    {
        if (await Open(id, turn) is not var (school, details)) return null;
        var silent = (await reader.OfMeeting(id, school.Id)).Where(one => one.IsUnheard).ToList();
        if (silent.Count == 0) return null;
        var link = bot.DeepLink(EventLink.To(id));
        return ForwardedLetter.Of(LetterTexts.ToSilent(silent, details, link, zone), LetterTexts.WordsToSilent(details, zone), link);
    }

    private async Task<(School School, SeminarDetails Details)?> Open(SeminarId id, Turn turn) =>
        await heads.Of(turn.Person) is { } school
        && await seminars.Details(id, turn.Person) is { State: SeminarState.Published } details && details.Seminar.IsOpen(turn.Now)
            ? (school, details) : null;
}

/// <summary>«Позвать тех, кого нет в боте», instead of ticking anybody.</summary>
internal sealed record CallNewcomers(SeminarId Meeting);

internal sealed class CallNewcomersHandler(SchoolLetters letters) : Handler<CallNewcomers>
{
    public override async Task<Done> Handle(CallNewcomers command, Turn turn)
    {
        if (await letters.ToNewcomers(command.Meeting, turn) is { } letter) turn.Say(letter);
        return new Done.Opening(NominationLinks.Meeting, command.Meeting.Value);
    }
}
