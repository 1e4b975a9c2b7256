using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>News about a group to those it concerns; told from a turn or by the clock.</summary>
internal sealed class GroupNotices(
    GroupScreens screens, GroupReader reader, UnassignedRequests unassigned, ShownConsultations shown, Outbox outbox, QuietHours quiet,
    SiteZone zone)
{
    /// <summary>Every card of the group that was sent earlier shows what is true now; before anything fresh is told.</summary>
    /// <param name="turn">Where it happens.</param>
    /// <param name="result">What has changed.</param>
    /// <param name="gone">Who leaves for good: their own chat is left alone.</param>
    internal Task Redraw(Turn turn, GroupResult result, PersonId? gone = null) => turn.Redraw(GroupScreens.Shown(result.After!.Id),
        who => Task.FromResult(gone is not null && who.Person == gone ? null : screens.Again(result, who, turn.Now)));

    /// <summary>The same by the clock.</summary>
    internal Task Redraw(GroupResult result, DateTimeOffset now) =>
        outbox.Redraw(GroupScreens.Shown(result.After!.Id), who => Task.FromResult(screens.Again(result, who, now)));

    /// <summary>After somebody was erased whom these groups name.</summary>
    internal Task RedrawNameless(IEnumerable<ConsultationId> ids, DateTimeOffset now)
    {
        var cards = ids.ToDictionary(GroupScreens.Shown);
        return outbox.RedrawNameless(cards.Keys, async (shows, who) =>
            await reader.Details(cards[shows]) is { } details ? screens.For(details, who, now) : null);
    }

    /// <summary>Those who asked are invited first.</summary>
    internal IEnumerable<Notice> Invited(GroupDetails details, DateTimeOffset now) =>
        from member in details.Members
        where member is { State: MemberState.Invited, Chat: not null }
        select new Notice(member.Chat!.Value, screens.ForTeacher(details, member.Id, now, GroupNewsTexts.Invited),
            NoticeKey.GroupInvited(details.Id, member.Id), quiet.NotBefore(now, details.AgreeBy));

    /// <summary>A head has gathered a group for a tutor.</summary>
    internal IEnumerable<Notice> YouLead(GroupDetails details, DateTimeOffset now) =>
        Tutor(details, now, GroupNewsTexts.YouLead, NoticeKey.GroupTutor(details.Id));

    /// <summary>Everybody who comes, and the tutor; each with the file.</summary>
    internal IEnumerable<Notice> Confirmed(GroupDetails details, DateTimeOffset now) =>
    [
        .. Coming(details, now, GroupNewsTexts.Confirmed, person => NoticeKey.GroupConfirmed(details.Id, person)),
        .. Tutor(details, now, GroupNewsTexts.Confirmed, NoticeKey.GroupConfirmedTutor(details.Id)),
        .. File(details, details.TutorId, details.TutorChat, now),
    ];

    internal IEnumerable<Notice> Moved(GroupDetails before, GroupDetails after, DateTimeOffset now)
    {
        var news = GroupNewsTexts.Moved(before, after, zone);
        return
        [
            .. Coming(after, now, news, person => NoticeKey.GroupMoved(after.Id, after.Version, person)),
            .. from member in after.Members
               where member is { State: MemberState.Invited, Chat: not null }
               select new Notice(member.Chat!.Value, screens.ForTeacher(after, member.Id, now, news),
                   NoticeKey.GroupMoved(after.Id, after.Version, member.Id), quiet.NotBefore(now, after.AgreeBy)),
        ];
    }

    /// <summary>
    /// The group is cancelled: each member is told why, and what happens to their request; tutors are told of requests that wait again.
    /// </summary>
    /// <param name="result">What was closed.</param>
    /// <param name="why">Said first.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="departing">The tutor who leaves; requests that waited for them go to others.</param>
    internal async Task<IEnumerable<Notice>> Closed(GroupResult result, Html why, DateTimeOffset now, PersonId? departing = null)
    {
        var details = result.After!;
        var returned = result.Requests.ToHashSet();
        var told = from member in details.Members
                   where member.State != MemberState.Declined && member.Chat is not null
                   let goesOn = member.RequestId is { } request && returned.Contains(request) ? GroupNewsTexts.GoesOn : default
                   let text = Html.Paragraphs(why, GroupTexts.Facts(details, zone), goesOn)
                   let screen = result.Before!.State == ConsultationState.Confirmed && member.State == MemberState.Agreed
                       ? new Screen(text).Row(Button.Card(GroupTexts.FromCalendar, ConsultationLinks.Group, details.Id.Value,
                           GroupCard.Calendar)) : new Screen(text)
                   select new Notice(member.Chat!.Value, screen.Row(EngineTexts.ToMenu),
                       NoticeKey.GroupClosed(details.Id, member.Id), quiet.NotBefore(now, details.StartsAt));
        return [.. told, .. await CameBack(result, now, departing)];
    }

    /// <summary>At the deadline: the tutor, too, hears that too few came together.</summary>
    internal IEnumerable<Notice> TooFew(GroupDetails details, DateTimeOffset now) =>
        Tutor(details, now, GroupNewsTexts.TooFew(details), NoticeKey.GroupClosedTutor(details.Id));

    /// <summary>A member who had agreed leaves; without a name where they are being erased.</summary>
    internal async Task<IEnumerable<Notice>> Left(GroupResult result, PersonId who, DateTimeOffset now)
    {
        var (before, after) = (result.Before!, result.After!);
        if (before.StateOf(who) != MemberState.Agreed) return [];
        var name = after.Members.First(m => m.Id == who).Name;
        var tooFew = after.State == ConsultationState.Confirmed && after.Facts.Agreed < after.MinParticipants;
        var news = Html.Paragraphs(GroupNewsTexts.Left(name), tooFew ? GroupNewsTexts.LeftTooFew(after) : default);
        // While it gathers, people come and go: its card says who.
        var toTutor = after.State == ConsultationState.Confirmed ? Tutor(after, now, news, NoticeKey.GroupLeft(after.Id, who, now)) : [];
        return [.. toTutor, .. await CameBack(result, now)];
    }

    /// <summary>A request went into the group of another tutor than the one it was asked of.</summary>
    internal async Task<IEnumerable<Notice>> WentIntoGroup(GroupResult result, DateTimeOffset now)
    {
        await shown.Redraw(result.Requests, now);
        return from request in await reader.Returned(result.Requests)
               where request.TutorChat is not null && request.TutorId != result.After!.TutorId
               select new Notice(request.TutorChat!.Value, new Screen(GroupNewsTexts.WentIntoGroup(request)).Row(EngineTexts.ToMenu),
                   NoticeKey.GroupTookRequest(result.After!.Id, request.Id, now), quiet.NotBefore(now));
    }

    /// <summary>To the tutors of these requests; to the heads when there is no tutor.</summary>
    private async Task<IEnumerable<Notice>> CameBack(GroupResult result, DateTimeOffset now, PersonId? departing = null)
    {
        await shown.Redraw(result.Requests, now);
        var requests = await reader.Returned(result.Requests);
        var toTutors = from request in requests
                       where request.TutorChat is not null && request.TutorId != departing
                       group request by request.TutorChat!.Value into of
                       let one = of.Count() == 1
                       select new Notice(of.Key,
                           new Screen(GroupNewsTexts.CameBack([.. of])).Row(one
                               ? Button.Card(GroupNewsTexts.OpenRequest, ConsultationLinks.Consultation, of.First().Id.Value)
                               : Button.Command(GroupNewsTexts.ToRequests, ConsultationLinks.RequestsWord)).Row(EngineTexts.ToMenu),
                           NoticeKey.GroupReturnedRequests(result.After!.Id, of.Key, now), quiet.NotBefore(now));
        return [.. toTutors, .. await unassigned.Ask([.. requests.Where(r => r.TutorId is null).Select(r => r.Id)], now)];
    }

    private IEnumerable<Notice> Coming(GroupDetails details, DateTimeOffset now, Html news, Func<PersonId, NoticeKey> key)
    {
        foreach (var member in details.Coming.Where(m => m.Chat is not null))
        {
            yield return new(member.Chat!.Value, screens.ForTeacher(details, member.Id, now, news),
                key(member.Id), quiet.NotBefore(now, details.StartsAt));
            if (details.State != ConsultationState.Confirmed) continue;
            foreach (var file in File(details, member.Id, member.Chat, now)) yield return file;
        }
    }

    private IEnumerable<Notice> Tutor(GroupDetails details, DateTimeOffset now, Html news, NoticeKey key)
    {
        if (details.TutorChat is { } chat)
            yield return new(chat, screens.ForTutor(details, now, news), key, quiet.NotBefore(now, details.StartsAt));
    }

    private IEnumerable<Notice> File(GroupDetails details, PersonId? person, ChatId? chat, DateTimeOffset now)
    {
        if (person is { } who && chat is { } to)
        {
            yield return new(to, Calendar(details, now),
                NoticeKey.GroupFile(details.Id, details.Version, who), quiet.NotBefore(now, details.StartsAt));
        }
    }

    internal static Screen Calendar(GroupDetails details, DateTimeOffset now) =>
        new(GroupNewsTexts.File(details)) { File = GroupCalendar.File(details, now) };
}
