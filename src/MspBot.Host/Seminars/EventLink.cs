using System.Globalization;
using MspBot.Data.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary><c>/start e_12</c>: a colleague's invitation.</summary>
internal sealed class EventLink(SeminarCard card, EventsCard list) : StartLink
{
    internal const string Start = "e_";

    public override string Prefix => Start;

    public override async Task Open(Turn turn, string rest)
    {
        var known = long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        turn.Show((known ? await card.Show(turn, id, "") : null) ?? await list.Show(turn, 0, "", Html.Text(SeminarTexts.NoSuchEvent)));
    }
}
