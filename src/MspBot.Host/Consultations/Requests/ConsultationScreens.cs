using System.Globalization;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Requests;

/// <summary>How a consultation looks to one of those it concerns.</summary>
internal sealed class ConsultationScreens(SiteZone zone)
{
    /// <summary>The link is a button from then on until the end.</summary>
    private static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(15);

    /// <param name="sheet">As it stands.</param>
    /// <param name="side">Who will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">What has just happened, said first, in place of where it stands.</param>
    internal Screen Card(ConsultationSheet sheet, Side side, DateTimeOffset now, Html news = default)
    {
        var screen = new Screen(Html.Paragraphs(
            news.IsEmpty ? ConsultationTexts.Standing(sheet, side) : news,
            ConsultationTexts.Facts(sheet, side, zone),
            ConsultationTexts.Next(sheet, side, zone)))
        { Shows = Shown(sheet.Id) };
        screen = side switch
        {
            Side.Tutor => ForTutor(screen, sheet, now),
            Side.Teacher => ForTeacher(screen, sheet, now),
            Side.Colleague => screen.Row(
                Press(ConsultationTexts.Take, sheet, ConsultationActions.Take).Main(),
                Press(ConsultationTexts.CannotTake, sheet, ConsultationActions.Return)),
            Side.Head => sheet.Facts.IsOpen ? screen.Row(Button.Card(ConsultationTexts.Assign, ConsultationLinks.Assign, sheet.Id.Value)) : screen,
        };
        return side == Side.Teacher
            ? screen.Row(Button.Command(ConsultationTexts.Mine, "my"), EngineTexts.ToMenu)
            : screen.Row(side == Side.Head ? null : Button.Command(ConsultationTexts.ToRequests, ConsultationLinks.RequestsWord), EngineTexts.ToMenu);
    }

    /// <summary>For whoever was on its way and is no more.</summary>
    internal static Screen Elsewhere(ConsultationSheet sheet) => new Screen(Html.Text(ConsultationTexts.Elsewhere(sheet))) { Shows = Shown(sheet.Id) }
        .Row(Button.Command(ConsultationTexts.ToRequests, ConsultationLinks.RequestsWord), EngineTexts.ToMenu);

    /// <summary>Before a teacher agrees to a time at which they have something else.</summary>
    internal Screen Warned(ConsultationSheet sheet, ConsultationTime chosen, IReadOnlyList<Engagement> others) =>
        new Screen(EngagementTexts.Asked(others, ConsultationTexts.AgreeAnywayAsk(chosen, zone), zone))
            .Row(Press(ConsultationTexts.AgreeAnyway, sheet, ConsultationActions.ChooseAnyway, chosen))
            .Row(Button.Card(ConsultationTexts.DoNotAgree, ConsultationLinks.Consultation, sheet.Id.Value));

    /// <summary>Before a tutor confirms a time at which they take part in something else.</summary>
    internal Screen WarnedTutor(ConsultationSheet sheet, ConsultationTime chosen, IReadOnlyList<Engagement> others) =>
        new Screen(EngagementTexts.Asked(others, ConsultationTexts.ConfirmAnywayAsk(chosen, zone), zone))
            .Row(Press(ConsultationTexts.ConfirmAnyway, sheet, ConsultationActions.ConfirmAnyway, chosen))
            .Row(Button.Card(ConsultationTexts.DoNotConfirm, ConsultationLinks.Consultation, sheet.Id.Value));

    /// <summary>By this name messages are found that show it.</summary>
    internal static string Shown(ConsultationId id) => $"{ConsultationLinks.Consultation}:{id.Value}";

    private Screen ForTutor(Screen screen, ConsultationSheet sheet, DateTimeOffset now)
    {
        switch (sheet.State)
        {
            // Of a colleague's group there is nothing for this tutor to see.
            case ConsultationState.Grouped:
                return sheet.GroupTutorId == sheet.TutorId ? ToGroup(screen, sheet) : screen;
            case ConsultationState.Requested or ConsultationState.Waiting or ConsultationState.Offered:
                foreach (var time in sheet.Times.Where(t => t.Kind != TimeKind.Offered))
                {
                    var label = sheet.Times.Count == 1 ? ConsultationTexts.Confirm : ConsultationTexts.ConfirmAt(time, zone);
                    screen = screen.Row(Press(label, sheet, ConsultationActions.Confirm, time).Main());
                }
                screen = screen.Row(
                    Flow(sheet.Times.Count == 0 ? ConsultationTexts.OfferTime : ConsultationTexts.OtherTime, ConsultationLinks.Offer, sheet),
                    Flow(ConsultationTexts.Decline, ConsultationLinks.Decline, sheet).Danger());
                return sheet.State == ConsultationState.Offered ? screen
                    : screen.Row(Flow(ConsultationTexts.HandOver, ConsultationLinks.HandOver, sheet), Flow(ConsultationTexts.GatherGroup, ConsultationLinks.NewGroup, sheet));
            case ConsultationState.Confirmed when !IsOver(sheet, now):
                screen = Moves(Entry(screen, sheet, now), sheet, TimeKind.Asked, TimeKind.Proposed, ConsultationActions.Confirm);
                if (!sheet.Facts.HasBegun(now)) screen = screen.Row(Flow(ConsultationTexts.Move, ConsultationLinks.Offer, sheet), Cancel(sheet));
                return screen.Row(Press(ConsultationTexts.ToCalendar, sheet, ConsultationActions.Calendar),
                    Flow(sheet.JoinLink is null ? ConsultationTexts.SetLink : ConsultationTexts.ChangeLink, ConsultationLinks.MeetingLink, sheet));
            default:
                return screen;
        }
    }

    private Screen ForTeacher(Screen screen, ConsultationSheet sheet, DateTimeOffset now)
    {
        switch (sheet.State)
        {
            case ConsultationState.Offered:
                foreach (var time in sheet.Times)
                    screen = screen.Row(Press(ConsultationTexts.ChooseAt(time, zone), sheet, ConsultationActions.Choose, time).Main());
                return Writable(screen.Row(Press(ConsultationTexts.NoneFits, sheet, ConsultationActions.None)), sheet).Row(TakeBack(sheet));
            case ConsultationState.Requested or ConsultationState.Waiting:
                return Writable(screen.Row(Flow(ConsultationTexts.TutorOrTime, ConsultationLinks.Request, sheet)), sheet).Row(TakeBack(sheet));
            case ConsultationState.Grouped:
                return ToGroup(screen, sheet);
            case ConsultationState.Declined:
                return screen.Row(Flow(ConsultationTexts.AnotherTutor, ConsultationLinks.Request, sheet).Main());
            case ConsultationState.Confirmed when !IsOver(sheet, now):
                screen = Moves(Entry(screen, sheet, now), sheet, TimeKind.Offered, TimeKind.Offered, ConsultationActions.Choose);
                screen = Writable(screen, sheet);
                return (sheet.Facts.IsTooLateForTeacher(now)
                    ? screen
                    : screen.Row(Flow(ConsultationTexts.Move, ConsultationLinks.Move, sheet), Cancel(sheet)))
                    .Row(Press(ConsultationTexts.ToCalendar, sheet, ConsultationActions.Calendar));
            default:
                return screen;
        }
    }

    /// <summary>Adds «Сообщить тьютору» where there is a tutor.</summary>
    private static Screen Writable(Screen screen, ConsultationSheet sheet) =>
        sheet.TutorId is null ? screen : screen.Row(Flow(ConsultationTexts.TellTutor, ConsultationLinks.TellTutor, sheet));

    private static Button Cancel(ConsultationSheet sheet) =>
        Flow(ConsultationTexts.CancelMeeting, ConsultationLinks.CancelConsultation, sheet).Danger();

    private static Button TakeBack(ConsultationSheet sheet) =>
        Flow(ConsultationTexts.TakeBack, ConsultationLinks.CancelConsultation, sheet).Danger();

    private static Screen ToGroup(Screen screen, ConsultationSheet sheet) =>
        sheet.GroupId is { } group ? screen.Row(Button.Card(ConsultationTexts.OpenGroup, ConsultationLinks.Group, group.Value)) : screen;

    /// <summary>What the other side has asked for, to agree to; whoever asked can let it be.</summary>
    private Screen Moves(Screen screen, ConsultationSheet sheet, TimeKind one, TimeKind other, string action)
    {
        foreach (var time in sheet.Times.Where(t => t.Kind == one || t.Kind == other))
            screen = screen.Row(Press(ConsultationTexts.MoveTo(time, zone), sheet, action, time).Main());
        return sheet.Facts.IsMoving ? screen.Row(Press(ConsultationTexts.Stay, sheet, ConsultationActions.Stay)) : screen;
    }

    private static Screen Entry(Screen screen, ConsultationSheet sheet, DateTimeOffset now) => screen.Row(
        IsNear(sheet, now) && sheet.JoinLink is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute)
            ? Button.Link(ConsultationTexts.Enter, link)
            : Press(ConsultationTexts.Enter, sheet, ConsultationActions.Enter));

    internal static DateTimeOffset OpensAt(ConsultationSheet sheet) => sheet.StartsAt!.Value - OpensBefore;

    internal static bool IsNear(ConsultationSheet sheet, DateTimeOffset now) => sheet.StartsAt is not null && now >= OpensAt(sheet);

    private static bool IsOver(ConsultationSheet sheet, DateTimeOffset now) => sheet.EndsAt is { } end && now >= end;

    private static Button Press(string label, ConsultationSheet sheet, string action) => Button.Card(label, ConsultationLinks.Consultation, sheet.Id.Value, action);

    private static Button Press(string label, ConsultationSheet sheet, string action, ConsultationTime time) =>
        Button.Card(label, ConsultationLinks.Consultation, sheet.Id.Value, action, time.Id.ToString(CultureInfo.InvariantCulture));

    private static Button Flow(string label, string flow, ConsultationSheet sheet) => Button.Flow(label, flow, sheet.Id);
}
