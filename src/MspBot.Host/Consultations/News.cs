using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>Something to be told to a chat, once; from a turn or by the clock.</summary>
internal sealed record News(long Chat, Screen Screen, DateTimeOffset? NotBefore, string Dedup)
{
    internal void Tell(Turn turn) => turn.Tell(Chat, Screen, NotBefore, Dedup);

    /// <summary>As a line among others of its kind: the other side, what about, when.</summary>
    internal ListedNotice Listed(ConsultationSheet sheet, Side side, SiteZone zone) =>
        Listed(sheet, side, zone, label => Button.Card(label, ConsultationCard.Name, sheet.Id.Value));

    internal ListedNotice Listed(ConsultationSheet sheet, Side side, SiteZone zone, Func<string, Button> open)
    {
        var other = side == Side.Teacher ? sheet.Tutor : sheet.Teacher;
        return new(ToNotice(), ConsultationTexts.Line(sheet, other, zone), open(ConsultationTexts.Label(other, sheet.Subject, sheet.Topic)));
    }

    internal OutboxNotice ToNotice() => new(Chat, ScreenJson.Write(Screen), Priority.Notice, Dedup, NotBefore, null, Screen.Shows);
}
