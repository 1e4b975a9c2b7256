using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>What the clock tells the sides of a consultation: somebody is to answer, or a deadline has passed.</summary>
internal sealed class DeadlineNotices(ConsultationScreens screens, QuietHours quiet)
{
    internal Notice? OfferedToStandIn(ConsultationDetails details, DateTimeOffset now) =>
        ByTheClock(details, Side.Colleague, NewsTexts.YouStandIn, now);

    /// <summary>To the side that has to accept another time.</summary>
    internal Notice? MoveWaits(ConsultationDetails details, DateTimeOffset now)
    {
        var side = Answers(details);
        return ByTheClock(details, side, NewsTexts.MoveWaits, now) is { } notice
            ? notice with { Key = NoticeKey.MoveWaits(details.Id, details.Version, $"{side}", notice.Chat) } : null;
    }

    /// <summary>The side that has to accept or reject another time.</summary>
    internal static Side Answers(ConsultationDetails details) =>
        details.Facts.Pending.Any(t => t.Kind == TimeKind.Offered) ? Side.Teacher : Side.Tutor;

    /// <summary>To the side that asked for another time.</summary>
    internal Notice? MoveEnded(ConsultationDetails details, Side asked, DateTimeOffset now) =>
        ByTheClock(details, asked, NewsTexts.MoveEnded, now);

    /// <summary>Null when that side cannot be reached.</summary>
    private Notice? ByTheClock(ConsultationDetails details, Side side, Html news, DateTimeOffset now) =>
        Sides.Chat(details, side) is { } chat
        ? new(chat, screens.Card(details, side, now, news), ConsultationNotices.Key(details, side, chat),
            quiet.NotBefore(now, details.Soonest))
        : null;
}
