using System.Globalization;
using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Consultations.Groups;

/// <summary>How a group looks to one of those it concerns.</summary>
internal sealed class GroupScreens(SiteZone zone)
{
    /// <summary>Null: there is nothing for them to see.</summary>
    internal Screen? For(GroupDetails details, Speaker speaker, DateTimeOffset now)
    {
        var person = speaker.Person;
        if (details.TutorId == person && speaker.Is(Role.Tutor)) return ForTutor(details, now);
        if (details.StateOf(person) is not null) return ForTeacher(details, person, now);
        return speaker.Is(Role.Head) ? new Screen(Whole(details, now)).Row(History(details)).Row(EngineTexts.ToMenu) : null;
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

        (ConsultationState, DateTimeOffset, bool, MemberState?) Looks(GroupDetails details) =>
            (details.State, details.StartsAt, details.Facts.FreeSeats == 0, details.StateOf(reader.Person));
    }

    /// <param name="details">As it stands.</param>
    /// <param name="person">Who will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">What has just happened, said first.</param>
    internal Screen ForTeacher(GroupDetails details, PersonId person, DateTimeOffset now, Html news = default)
    {
        var member = details.Members.FirstOrDefault(m => m.Id == person);
        var (it, mine) = (details.Facts, member?.State);
        var comes = mine == MemberState.Agreed && details.State == ConsultationState.Confirmed && now < details.EndsAt;
        var screen = new Screen(Html.Paragraphs(
            news,
            GroupTexts.Facts(details, zone),
            IsTold(details, news) ? default : GroupTexts.Standing(details, mine, member?.RequestId is not null, now, zone),
            it.IsLive && now < details.StartsAt && mine != MemberState.Agreed ? GroupTexts.Room(details) : default,
            comes ? GroupTexts.Link(details) : default));
        if (comes && Entry(details) is { } entry) screen = screen.Row(entry);
        screen = screen.Row(
            GroupRules.CheckAgreeing(it, person, mine, now) is null ? Press(GroupTexts.Agree, details, GroupCard.Agree) : null,
            GroupRules.CheckDeclining(it, mine, now) is null
            ? Press(mine == MemberState.Agreed ? GroupTexts.Leave : GroupTexts.Decline, details, GroupCard.Decline) : null);
        return Calendar(screen, details, comes
            || (mine == MemberState.Agreed && details is { State: ConsultationState.Cancelled, WasConfirmed: true }))
            .Row(EngineTexts.ToMenu) with
        { Shows = Shown(details.Id) };
    }

    internal Screen ForTutor(GroupDetails details, DateTimeOffset now, Html news = default)
    {
        var (it, me) = (details.Facts, details.TutorId!.Value);
        var confirmed = details.State == ConsultationState.Confirmed && now < details.EndsAt;
        var screen =
            new Screen(Html.Paragraphs(news, Whole(details, now, IsTold(details, news)), confirmed ? GroupTexts.Link(details) : default));
        if (confirmed && Entry(details) is { } entry) screen = screen.Row(entry);
        screen = screen
            .Row(GroupRules.CheckConfirming(it, me, now) is null ? Press(GroupTexts.Confirm, details, GroupCard.Confirm) : null)
            .Row(GroupRules.CheckOpening(it, me, now) is null ? Press(GroupTexts.Invite, details, GroupCard.Invite) : null)
            .Row(
                GroupRules.CheckMoving(it, me, now) is null ? Flow(GroupTexts.Move, ConsultationLinks.MoveGroup, details) : null,
                GroupRules.CheckCancelling(it, me, now) is null ? Flow(GroupTexts.CancelIt, ConsultationLinks.CancelGroup, details) : null);
        return Calendar(screen, details, confirmed).Row(History(details)).Row(EngineTexts.ToMenu) with { Shows = Shown(details.Id) };
    }

    private Html Whole(GroupDetails details, DateTimeOffset now, bool isTold = false) =>
        Html.Paragraphs(GroupTexts.Facts(details, zone, withTutor: false), GroupTexts.ForTutor(details, now, zone, isTold));

    /// <summary>The news say where it stands; while it gathers, people must also know until when.</summary>
    private static bool IsTold(GroupDetails details, Html news) => !news.IsEmpty && details.State != ConsultationState.Inviting;

    private static Screen Calendar(Screen screen, GroupDetails details, bool has) => has
        ? screen.Row(Press(details.State == ConsultationState.Cancelled ? GroupTexts.FromCalendar
            : GroupTexts.ToCalendar, details, GroupCard.Calendar)) : screen;

    private static Button History(GroupDetails details) => LogLinks.History(LogSubject.Consultation, details.Id.Value);

    private static Button? Entry(GroupDetails details) =>
        details.JoinLink is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute) ? Button.Link(GroupTexts.Enter, link) : null;

    private static Button Press(string label, GroupDetails details, string action) =>
        Button.Card(label, ConsultationLinks.Group, details.Id.Value, action);

    private static Button Flow(string label, string flow, GroupDetails details) => Button.Flow(label, flow, details.Id);
}
