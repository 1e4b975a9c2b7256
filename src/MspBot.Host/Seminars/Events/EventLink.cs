using System.Globalization;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Events;

/// <summary><c>/start e_12</c>: a colleague's invitation.</summary>
internal sealed class EventLink(SeminarCard card, EventsCard list, SeminarReader reader, SiteZone zone) : StartLink
{
    private const string Start = "e_";

    public override string Prefix => Start;

    /// <summary>The start argument that opens this meeting.</summary>
    internal static string To(SeminarId id) => string.Create(CultureInfo.InvariantCulture, $"{Start}{id.Value}");

    public override async Task Open(Turn turn, string rest)
    {
        turn.Show((Read(rest) is { } id ? await card.Show(turn, id, "") : null)
            ?? await list.Show(turn, 0, "", Html.Text(SeminarTexts.NoSuchEvent)));
    }

    /// <summary>What it is, when, who leads it, for whom; never the link to join.</summary>
    public override async Task<Html> Preview(Turn turn, string rest) =>
        Read(rest) is { } id && await reader.Details(new(id), new PersonId(0)) is { } details
            ? SeminarTexts.Preview(details, turn.Now, zone)
            : default;

    private static long? Read(string rest) => new Argument(rest).Number();
}
