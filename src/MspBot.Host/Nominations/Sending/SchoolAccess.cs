using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Sending;

/// <summary>Who acts for a school: whoever heads it at this moment.</summary>
internal static class SchoolAccess
{
    internal static bool IsHead(Speaker speaker) => speaker.Is(Role.SchoolHead);

    /// <summary>Nominations that the speaker's school has made.</summary>
    internal static Access Nominations(NominationReader reader, HeadedSchools heads) => Access.Rows(async (turn, id) =>
        IsHead(turn.Speaker) && await reader.One(new NominationId(id)) is { } one && (await heads.Of(turn.Person))?.Id == one.School);

    /// <summary>Nothing was done: no school of theirs has made it.</summary>
    internal static Screen NoSuchNomination =>
        new Screen(Html.Text(SendingTexts.Refused(NominationRefusal.NoSuchNomination))).Row(EngineTexts.ToMenu);

    /// <summary>Nothing was done: the school is another's.</summary>
    internal static Screen HeadNoMore => new Screen(Html.Text(SendingTexts.HeadNoMore)).Row(EngineTexts.ToMenu);
}
