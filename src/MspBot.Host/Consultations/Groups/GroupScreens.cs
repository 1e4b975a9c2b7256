using System.Globalization;
using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>How a group looks to one of those it concerns.</summary>
internal sealed class GroupScreens(SiteZone zone)
{
    /// <summary>Null: there is nothing for them to see.</summary>
    internal Screen? For(GroupSheet sheet, Speaker speaker, DateTimeOffset now)
    {
        var person = speaker.Person;
        if (sheet.TutorId == person && speaker.Is(Role.Tutor)) return ForTutor(sheet, now);
        if (sheet.StateOf(person) is not null) return ForTeacher(sheet, person, now);
        return speaker.Is(Role.Head) ? new Screen(Whole(sheet, now)).Row(EngineTexts.ToMenu) : null;
    }

    /// <summary>What a message that shows this group is known by.</summary>
    internal static string Shown(ConsultationId id) => $"{ConsultationLinks.Group}:{id.Value}";

    /// <summary>
    /// A card sent earlier, as it should look by now; null: as it looks. Its tutor sees who comes; to all others it changes with what
    /// the group is, with whether there is room, and with their own answer.
    /// </summary>
    internal Screen? Again(GroupResult result, Speaker reader, DateTimeOffset now)
    {
        var (before, after) = (result.Before!, result.After!);
        return after.TutorId != reader.Person && Looks(before) == Looks(after) ? null : For(after, reader, now);

        (ConsultationState, DateTimeOffset, bool, MemberState?) Looks(GroupSheet sheet) =>
            (sheet.State, sheet.StartsAt, sheet.Facts.FreeSeats == 0, sheet.StateOf(reader.Person));
    }

    /// <param name="sheet">As it stands.</param>
    /// <param name="person">Who will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">What has just happened, said first.</param>
    internal Screen ForTeacher(GroupSheet sheet, PersonId person, DateTimeOffset now, Html news = default)
    {
        var member = sheet.Members.FirstOrDefault(m => m.Id == person);
        var (it, mine) = (sheet.Facts, member?.State);
        var comes = mine == MemberState.Agreed && sheet.State == ConsultationState.Confirmed && now < sheet.EndsAt;
        var screen = new Screen(Html.Paragraphs(
            news,
            GroupTexts.Facts(sheet, zone),
            IsTold(sheet, news) ? default : GroupTexts.Standing(sheet, mine, member?.RequestId is not null, now, zone),
            it.IsLive && now < sheet.StartsAt && mine != MemberState.Agreed ? GroupTexts.Room(sheet) : default,
            comes ? GroupTexts.Link(sheet) : default));
        if (comes && Entry(sheet) is { } entry) screen = screen.Row(entry);
        screen = screen.Row(
            Grouping.CheckAgreeing(it, person, mine, now) is null ? Press(GroupTexts.Agree, sheet, GroupCard.Agree) : null,
            Grouping.CheckDeclining(it, mine, now) is null ? Press(mine == MemberState.Agreed ? GroupTexts.Leave : GroupTexts.Decline, sheet, GroupCard.Decline) : null);
        return Calendar(screen, sheet, comes || (mine == MemberState.Agreed && sheet is { State: ConsultationState.Cancelled, WasConfirmed: true })).Row(EngineTexts.ToMenu) with { Shows = Shown(sheet.Id) };
    }

    internal Screen ForTutor(GroupSheet sheet, DateTimeOffset now, Html news = default)
    {
        var (it, me) = (sheet.Facts, sheet.TutorId!.Value);
        var confirmed = sheet.State == ConsultationState.Confirmed && now < sheet.EndsAt;
        var screen = new Screen(Html.Paragraphs(news, Whole(sheet, now, IsTold(sheet, news)), confirmed ? GroupTexts.Link(sheet) : default));
        if (confirmed && Entry(sheet) is { } entry) screen = screen.Row(entry);
        screen = screen
            .Row(Grouping.CheckConfirming(it, me, now) is null ? Press(GroupTexts.Confirm, sheet, GroupCard.Confirm) : null)
            .Row(Grouping.CheckOpening(it, me, now) is null ? Press(GroupTexts.Invite, sheet, GroupCard.Invite) : null)
            .Row(
                Grouping.CheckMoving(it, me, now) is null ? Flow(GroupTexts.Move, ConsultationLinks.MoveGroup, sheet) : null,
                Grouping.CheckCancelling(it, me, now) is null ? Flow(GroupTexts.CancelIt, ConsultationLinks.CancelGroup, sheet) : null);
        return Calendar(screen, sheet, confirmed).Row(EngineTexts.ToMenu) with { Shows = Shown(sheet.Id) };
    }

    private Html Whole(GroupSheet sheet, DateTimeOffset now, bool isTold = false) =>
        Html.Paragraphs(GroupTexts.Facts(sheet, zone, withTutor: false), GroupTexts.ForTutor(sheet, now, zone, isTold));

    /// <summary>The news say where it stands; while it gathers, people must also know until when.</summary>
    private static bool IsTold(GroupSheet sheet, Html news) => !news.IsEmpty && sheet.State != ConsultationState.Inviting;

    private static Screen Calendar(Screen screen, GroupSheet sheet, bool has) => has
        ? screen.Row(Press(sheet.State == ConsultationState.Cancelled ? GroupTexts.FromCalendar : GroupTexts.ToCalendar, sheet, GroupCard.Calendar)) : screen;

    private static Button? Entry(GroupSheet sheet) =>
        sheet.JoinLink is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute) ? Button.Link(GroupTexts.Enter, link) : null;

    private static Button Press(string label, GroupSheet sheet, string action) => Button.Card(label, ConsultationLinks.Group, sheet.Id.Value, action);

    private static Button Flow(string label, string flow, GroupSheet sheet) => Button.Flow(label, flow, sheet.Id);
}
