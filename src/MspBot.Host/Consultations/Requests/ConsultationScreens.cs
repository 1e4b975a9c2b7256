using System.Globalization;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Log;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.Meetings;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Requests;

/// <summary>How a consultation looks to one of those it concerns.</summary>
internal sealed class ConsultationScreens(SiteZone zone)
{
    /// <summary>The link is a button from then on until the end.</summary>
    private static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(15);

    /// <param name="details">As it stands.</param>
    /// <param name="side">Who will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">What has just happened, said first, in place of where it stands.</param>
    internal Screen Card(ConsultationDetails details, Side side, DateTimeOffset now, Html news = default)
    {
        var screen = new Screen(Html.Paragraphs(
            news.IsEmpty ? ConsultationTexts.Standing(details, side) : news,
            ConsultationTexts.Facts(details, side, zone),
            ConsultationTexts.Next(details, side, zone)))
        { Shows = Shown(details.Id) };
        screen = side switch
        {
            Side.Tutor => ForTutor(screen, details, now),
            Side.Teacher => ForTeacher(screen, details, now),
            Side.Colleague => screen.Row(
                Press(ConsultationTexts.Take, details, ConsultationActions.Take).Main(),
                Press(ConsultationTexts.CannotTake, details, ConsultationActions.Return)),
            Side.Head =>
                details.Facts.IsOpen ? screen.Row(Button.Card(ConsultationTexts.Assign, ConsultationLinks.Assign, details.Id.Value))
                : screen,
        };
        if (side is Side.Tutor or Side.Head) screen = screen.Row(LogLinks.History(LogSubject.Consultation, details.Id.Value));
        return side == Side.Teacher
            ? screen.Row(Button.Command(ConsultationTexts.Mine, "my"), EngineTexts.ToMenu)
            : screen.Row(side == Side.Head ? null
                : Button.Command(ConsultationTexts.ToRequests, ConsultationLinks.RequestsWord), EngineTexts.ToMenu);
    }

    /// <summary>For a person whom the request no longer concerns.</summary>
    internal static Screen Elsewhere(ConsultationDetails details) =>
        new Screen(Html.Text(ConsultationTexts.Elsewhere(details))) { Shows = Shown(details.Id) }
        .Row(Button.Command(ConsultationTexts.ToRequests, ConsultationLinks.RequestsWord), EngineTexts.ToMenu);

    /// <summary>Before a teacher agrees to a time at which they have something else.</summary>
    internal Screen Warned(ConsultationDetails details, ConsultationTime chosen, IReadOnlyList<Engagement> others) =>
        new Screen(EngagementTexts.Asked(others, ConsultationTexts.AgreeAnywayAsk(chosen, zone), zone))
            .Row(Press(ConsultationTexts.AgreeAnyway, details, ConsultationActions.ChooseAnyway, chosen))
            .Row(Button.Card(ConsultationTexts.DoNotAgree, ConsultationLinks.Consultation, details.Id.Value));

    /// <summary>Before a tutor confirms a time at which they take part in something else.</summary>
    internal Screen WarnedTutor(ConsultationDetails details, ConsultationTime chosen, IReadOnlyList<Engagement> others) =>
        new Screen(EngagementTexts.Asked(others, ConsultationTexts.ConfirmAnywayAsk(chosen, zone), zone))
            .Row(Press(ConsultationTexts.ConfirmAnyway, details, ConsultationActions.ConfirmAnyway, chosen))
            .Row(Button.Card(ConsultationTexts.DoNotConfirm, ConsultationLinks.Consultation, details.Id.Value));

    /// <summary>By this name messages are found that show it.</summary>
    internal static string Shown(ConsultationId id) => $"{ConsultationLinks.Consultation}:{id.Value}";

    private Screen ForTutor(Screen screen, ConsultationDetails details, DateTimeOffset now)
    {
        switch (details.State)
        {
            // Of a colleague's group there is nothing for this tutor to see.
            case ConsultationState.Grouped:
                return details.GroupTutorId == details.TutorId ? ToGroup(screen, details) : screen;
            case ConsultationState.Requested or ConsultationState.Waiting or ConsultationState.Offered:
                foreach (var time in details.Times.Where(t => t.Kind != TimeKind.Offered))
                {
                    var label = details.Times.Count == 1 ? ConsultationTexts.Confirm : ConsultationTexts.ConfirmAt(time, zone);
                    screen = screen.Row(Press(label, details, ConsultationActions.Confirm, time).Main());
                }
                screen = screen.Row(
                    Flow(details.Times.Count == 0 ? ConsultationTexts.OfferTime
                        : ConsultationTexts.OtherTime, ConsultationLinks.Offer, details),
                    Flow(ConsultationTexts.Decline, ConsultationLinks.Decline, details).Danger());
                return details.State == ConsultationState.Offered ? screen
                    : screen.Row(Flow(ConsultationTexts.HandOver, ConsultationLinks.HandOver, details),
                        Flow(ConsultationTexts.GatherGroup, ConsultationLinks.NewGroup, details));
            case ConsultationState.Confirmed when !IsOver(details, now):
                screen = Moves(Entry(screen, details, now), details, TimeKind.Asked, TimeKind.Proposed, ConsultationActions.Confirm);
                if (!details.Facts.HasBegun(now))
                    screen = screen.Row(Flow(ConsultationTexts.Move, ConsultationLinks.Offer, details), Cancel(details));
                return screen.Row(Press(ConsultationTexts.ToCalendar, details, ConsultationActions.Calendar),
                    Flow(details.JoinLink is null ? ConsultationTexts.SetLink
                        : ConsultationTexts.ChangeLink, ConsultationLinks.MeetingLink, details));
            default:
                return screen;
        }
    }

    private Screen ForTeacher(Screen screen, ConsultationDetails details, DateTimeOffset now)
    {
        switch (details.State)
        {
            case ConsultationState.Offered:
                foreach (var time in details.Times)
                    screen = screen.Row(Press(ConsultationTexts.ChooseAt(time, zone), details, ConsultationActions.Choose, time).Main());
                return Writable(screen.Row(Press(ConsultationTexts.RejectAllTimes, details, ConsultationActions.RejectAllTimes)), details)
                    .Row(TakeBack(details));
            case ConsultationState.Requested or ConsultationState.Waiting:
                return Writable(screen.Row(Flow(ConsultationTexts.TutorOrTime, ConsultationLinks.Request, details)), details)
                    .Row(TakeBack(details));
            case ConsultationState.Grouped:
                return ToGroup(screen, details);
            case ConsultationState.Declined:
                return screen.Row(Flow(ConsultationTexts.AnotherTutor, ConsultationLinks.Request, details).Main());
            case ConsultationState.Confirmed when !IsOver(details, now):
                screen = Moves(Entry(screen, details, now), details, TimeKind.Offered, TimeKind.Offered, ConsultationActions.Choose);
                screen = Writable(screen, details);
                return (details.Facts.IsTooLateForTeacher(now)
                    ? screen
                    : screen.Row(Flow(ConsultationTexts.Move, ConsultationLinks.Move, details), Cancel(details)))
                    .Row(Press(ConsultationTexts.ToCalendar, details, ConsultationActions.Calendar));
            default:
                return screen;
        }
    }

    /// <summary>Adds «Сообщить тьютору» where there is a tutor.</summary>
    private static Screen Writable(Screen screen, ConsultationDetails details) =>
        details.TutorId is null ? screen : screen.Row(Flow(ConsultationTexts.TellTutor, ConsultationLinks.TellTutor, details));

    private static Button Cancel(ConsultationDetails details) =>
        Flow(ConsultationTexts.CancelMeeting, ConsultationLinks.CancelConsultation, details).Danger();

    private static Button TakeBack(ConsultationDetails details) =>
        Flow(ConsultationTexts.TakeBack, ConsultationLinks.CancelConsultation, details).Danger();

    private static Screen ToGroup(Screen screen, ConsultationDetails details) =>
        details.GroupId is { } group ? screen.Row(Button.Card(ConsultationTexts.OpenGroup, ConsultationLinks.Group, group.Value)) : screen;

    /// <summary>The time that the other side asks for, to accept; the side that asked can withdraw it.</summary>
    private Screen Moves(Screen screen, ConsultationDetails details, TimeKind one, TimeKind other, string action)
    {
        foreach (var time in details.Times.Where(t => t.Kind == one || t.Kind == other))
            screen = screen.Row(Press(ConsultationTexts.MoveTo(time, zone), details, action, time).Main());
        return details.Facts.IsMoving ? screen.Row(Press(ConsultationTexts.KeepTime, details, ConsultationActions.KeepTime)) : screen;
    }

    private static Screen Entry(Screen screen, ConsultationDetails details, DateTimeOffset now) => screen.Row(
        IsNear(details, now) && details.JoinLink is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute)
            ? Button.Link(ConsultationTexts.Enter, link)
            : Press(ConsultationTexts.Enter, details, ConsultationActions.Enter));

    internal static DateTimeOffset OpensAt(ConsultationDetails details) => details.StartsAt!.Value - OpensBefore;

    internal static bool IsNear(ConsultationDetails details, DateTimeOffset now) => details.StartsAt is not null && now >= OpensAt(details);

    private static bool IsOver(ConsultationDetails details, DateTimeOffset now) => details.EndsAt is { } end && now >= end;

    private static Button Press(string label, ConsultationDetails details, string action) =>
        Button.Card(label, ConsultationLinks.Consultation, details.Id.Value, action);

    private static Button Press(string label, ConsultationDetails details, string action, ConsultationTime time) =>
        Button.Card(label, ConsultationLinks.Consultation, details.Id.Value, action, time.Id.ToString(CultureInfo.InvariantCulture));

    private static Button Flow(string label, string flow, ConsultationDetails details) => Button.Flow(label, flow, details.Id);
}
