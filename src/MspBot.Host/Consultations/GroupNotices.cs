using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>News about a group to those it concerns; told from a turn or by the clock.</summary>
internal sealed class GroupNotices(
    GroupScreens screens, GroupReader reader, NobodysRequests nobodys, ShownConsultations shown, Outbox outbox, QuietHours quiet, SiteZone zone)
{
    /// <summary>Every card of the group that was sent earlier shows what is true now; before anything fresh is told.</summary>
    /// <param name="turn">Where it happens.</param>
    /// <param name="result">What has changed.</param>
    /// <param name="gone">Who leaves for good: their own chat is left alone.</param>
    internal Task Redraw(Turn turn, GroupResult result, PersonId? gone = null) => turn.Redraw(GroupScreens.Shown(result.After!.Id),
        who => Task.FromResult(gone is not null && who.Person == gone ? null : screens.Again(result, who, turn.Now)));

    /// <summary>The same by the clock.</summary>
    internal Task Redraw(GroupResult result, DateTimeOffset now) => outbox.Redraw(GroupScreens.Shown(result.After!.Id), who => Task.FromResult(screens.Again(result, who, now)));

    /// <param name="turn">Where it happens.</param>
    /// <param name="news">What is told; whoever did it sees it already.</param>
    internal static void Tell(Turn turn, IEnumerable<News> news)
    {
        foreach (var one in news.Where(n => n.Chat != turn.Speaker.Chat)) one.Tell(turn);
    }

    internal static void Tell(Turn turn, IEnumerable<OutboxNotice> notices) => turn.Tell([.. notices.Where(n => n.Chat != turn.Speaker.Chat)]);

    /// <summary>Those who asked are invited first.</summary>
    internal IEnumerable<News> Invited(GroupSheet sheet, DateTimeOffset now) =>
        from member in sheet.Members
        where member is { State: MemberState.Invited, Chat: not null }
        select new News(member.Chat!.Value, screens.ForTeacher(sheet, member.Id, now, GroupNewsTexts.Invited), quiet.NotBefore(now, sheet.AgreeBy), GroupStore.InviteKey(sheet.Id, member.Id));

    /// <summary>A head has gathered a group for a tutor.</summary>
    internal IEnumerable<News> YouLead(GroupSheet sheet, DateTimeOffset now) =>
        Tutor(sheet, now, GroupNewsTexts.YouLead, $"group:{sheet.Id.Value}:lead");

    /// <summary>Everybody who comes, and the tutor; each with the file.</summary>
    internal IEnumerable<News> Confirmed(GroupSheet sheet, DateTimeOffset now) =>
        [.. Coming(sheet, now, GroupNewsTexts.Confirmed, "confirmed"), .. Tutor(sheet, now, GroupNewsTexts.Confirmed, $"group:{sheet.Id.Value}:confirmed:tutor"), .. File(sheet, sheet.TutorId, sheet.TutorChat, now)];

    internal IEnumerable<News> Moved(GroupSheet before, GroupSheet after, DateTimeOffset now)
    {
        var news = GroupNewsTexts.Moved(before, after, zone);
        return
        [
            .. Coming(after, now, news, $"v{after.Version}"),
            .. from member in after.Members
               where member is { State: MemberState.Invited, Chat: not null }
               select new News(member.Chat!.Value, screens.ForTeacher(after, member.Id, now, news), quiet.NotBefore(now, after.AgreeBy), $"group:{after.Id.Value}:v{after.Version}:{member.Id.Value}"),
        ];
    }

    /// <summary>It does not take place: each hears why, and what becomes of their request; tutors hear of requests that wait again.</summary>
    /// <param name="result">What was closed.</param>
    /// <param name="why">Said first.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="departing">The tutor who is none any more: what waited for them goes to others.</param>
    internal async Task<IEnumerable<OutboxNotice>> Closed(GroupResult result, Html why, DateTimeOffset now, PersonId? departing = null)
    {
        var sheet = result.After!;
        var returned = result.Requests.ToHashSet();
        var told = from member in sheet.Members
                   where member.State != MemberState.Declined && member.Chat is not null
                   let goesOn = member.RequestId is { } request && returned.Contains(request) ? GroupNewsTexts.GoesOn : default
                   let text = Html.Paragraphs(why, GroupTexts.Facts(sheet, zone), goesOn)
                   let screen = result.Before!.State == ConsultationState.Confirmed && member.State == MemberState.Agreed
                       ? new Screen(text).Row(Button.Card(GroupTexts.FromCalendar, GroupCard.Name, sheet.Id.Value, GroupCard.Calendar)) : new Screen(text)
                   select new News(member.Chat!.Value, screen.Row(EngineTexts.ToMenu), quiet.NotBefore(now, sheet.StartsAt), $"group:{sheet.Id.Value}:closed:{member.Id.Value}");
        return [.. told.Select(n => n.ToNotice()), .. await CameBack(result, now, departing)];
    }

    /// <summary>At the deadline: the tutor, too, hears that too few came together.</summary>
    internal IEnumerable<News> TooFew(GroupSheet sheet, DateTimeOffset now) =>
        Tutor(sheet, now, GroupNewsTexts.TooFew(sheet), $"group:{sheet.Id.Value}:closed:tutor");

    /// <summary>Somebody who had agreed comes no more.</summary>
    internal async Task<IEnumerable<OutboxNotice>> Left(GroupResult result, PersonId who, DateTimeOffset now)
    {
        var (before, after) = (result.Before!, result.After!);
        if (before.StateOf(who) != MemberState.Agreed) return [];
        var name = before.Members.First(m => m.Id == who).Name;
        var tooFew = after.State == ConsultationState.Confirmed && after.Facts.Agreed < after.Least;
        var news = Html.Paragraphs(GroupNewsTexts.Left(name), tooFew ? GroupNewsTexts.LeftTooFew(after) : default);
        // While it gathers, people come and go: its card says who.
        var toTutor = after.State == ConsultationState.Confirmed ? Tutor(after, now, news, $"group:{after.Id.Value}:left:{who.Value}:{now.ToUnixTimeMilliseconds()}") : [];
        return [.. toTutor.Select(n => n.ToNotice()), .. await CameBack(result, now)];
    }

    /// <summary>A request went into the group of another tutor than the one it was asked of.</summary>
    internal async Task<IEnumerable<News>> WentIntoGroup(GroupResult result, DateTimeOffset now)
    {
        await shown.Redraw(result.Requests, now);
        return from request in await reader.Returned(result.Requests)
               where request.TutorChat is not null && request.TutorId != result.After!.TutorId
               select new News(request.TutorChat!.Value, new Screen(GroupNewsTexts.WentIntoGroup(request)).Row(EngineTexts.ToMenu), quiet.NotBefore(now),
                   $"group:{result.After!.Id.Value}:took:{request.Id.Value}:{now.ToUnixTimeMilliseconds()}");
    }

    /// <summary>To the tutors whom these requests were asked of; to the heads where there is none.</summary>
    private async Task<IEnumerable<OutboxNotice>> CameBack(GroupResult result, DateTimeOffset now, PersonId? departing = null)
    {
        await shown.Redraw(result.Requests, now);
        var requests = await reader.Returned(result.Requests);
        var toTutors = from request in requests
                       where request.TutorChat is not null && request.TutorId != departing
                       group request by request.TutorChat!.Value into of
                       let one = of.Count() == 1
                       select new News(of.Key,
                           new Screen(GroupNewsTexts.CameBack([.. of])).Row(one
                               ? Button.Card(GroupNewsTexts.OpenRequest, ConsultationCard.Name, of.First().Id.Value) : Button.Command(GroupNewsTexts.ToRequests, RequestsCommand.Word)).Row(EngineTexts.ToMenu),
                           quiet.NotBefore(now), $"group:{result.After!.Id.Value}:back:{of.Key}:{now.ToUnixTimeMilliseconds()}");
        return [.. toTutors.Select(n => n.ToNotice()), .. await nobodys.Ask([.. requests.Where(r => r.TutorId is null).Select(r => r.Id)], now)];
    }

    private IEnumerable<News> Coming(GroupSheet sheet, DateTimeOffset now, Html news, string what)
    {
        foreach (var member in sheet.Coming.Where(m => m.Chat is not null))
        {
            yield return new(member.Chat!.Value, screens.ForTeacher(sheet, member.Id, now, news), quiet.NotBefore(now, sheet.StartsAt), $"group:{sheet.Id.Value}:{what}:{member.Id.Value}");
            if (sheet.State != ConsultationState.Confirmed) continue;
            foreach (var file in File(sheet, member.Id, member.Chat, now)) yield return file;
        }
    }

    private IEnumerable<News> Tutor(GroupSheet sheet, DateTimeOffset now, Html news, string dedup)
    {
        if (sheet.TutorChat is { } chat) yield return new(chat, screens.ForTutor(sheet, now, news), quiet.NotBefore(now, sheet.StartsAt), dedup);
    }

    private IEnumerable<News> File(GroupSheet sheet, PersonId? person, long? chat, DateTimeOffset now)
    {
        if (person is { } who && chat is { } to)
            yield return new(to, Calendar(sheet, now), quiet.NotBefore(now, sheet.StartsAt), $"group:{sheet.Id.Value}:v{sheet.Version}:ics:{who.Value}");
    }

    internal static Screen Calendar(GroupSheet sheet, DateTimeOffset now) => new(GroupNewsTexts.File(sheet)) { File = GroupCalendar.File(sheet, now) };
}
