using MspBot.Data.People.Assignments;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Assignments;

/// <summary>Tells both sides who accompanies whom: the tutor, and the teacher or who leads the school.</summary>
internal sealed class AssignmentNews(HeadedSchools heads, AssignmentStore store, QuietHours quiet)
{
    internal static void Log(Turn turn, LogAction action, AssignmentDetails details) => turn.Log(
        action, LogSubject.Assignment, details.Id.Value,
        people: details.TeacherId is { } teacher ? [details.TutorId, teacher] : [details.TutorId], school: details.SchoolId);

    internal async Task Assigned(Turn turn, AssignmentDetails details)
    {
        Tell(turn, details.TutorChat, AssignmentTexts.ToTutor(details), to => NoticeKey.AssignedTutor(details.Id, to));
        foreach (var chat in await Others(details))
        {
            Tell(turn, chat, details.TeacherId is null ? AssignmentTexts.ToSchool(details) : AssignmentTexts.ToTeacher(details),
                to => NoticeKey.Assigned(details.Id, to));
        }
    }

    /// <param name="turn">In which it ended.</param>
    /// <param name="ended">What has.</param>
    /// <param name="tutorKnows">They hear of the reason itself, once for all.</param>
    internal async Task Ended(Turn turn, IEnumerable<AssignmentDetails> ended, bool tutorKnows = false)
    {
        foreach (var details in ended)
        {
            var chats = await Others(details);
            store.WithdrawNews(details.Id, [.. chats.Append(details.TutorChat).OfType<ChatId>()]);
            foreach (var chat in tutorKnows ? chats : chats.Append(details.TutorChat).Distinct())
                Tell(turn, chat, AssignmentTexts.EndedFor(details), to => NoticeKey.AssignmentEnded(details.Id, to));
        }
    }

    private async Task<IEnumerable<ChatId?>> Others(AssignmentDetails details) => details.SchoolId is { } school
        ? (await heads.Chats(school)).Select(chat => (ChatId?)chat)
        : [details.TeacherChat];

    private void Tell(Turn turn, ChatId? chat, Html text, Func<ChatId, NoticeKey> key)
    {
        if (chat is not { } to) return;
        turn.TellOthers(new Notice(to, new Screen(text).Row(EngineTexts.ToMenu), key(to), quiet.NotBefore(turn.Now)));
    }
}

/// <summary>When the tutor role is removed, the tutor's assignments end.</summary>
internal sealed class AssignmentOnRoleRemoved(AssignmentStore store, AssignmentReader reader, AssignmentNews news, SiteZone zone)
    : OnRoleRemoved
{
    public override async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        role == Role.Tutor && await reader.CountCurrent(person) is > 0 and var count ? [AssignmentTexts.Hanging(count)] : [];

    public override async Task After(PersonId person, Role role, Turn turn)
    {
        if (role != Role.Tutor) return;
        var ended = await store.EndAllOf(person, alsoAsTeacher: false, zone.DayOf(turn.Now), turn.Now);
        foreach (var one in ended) AssignmentNews.Log(turn, LogAction.AssignmentEnded, one);
        await news.Ended(turn, ended, tutorKnows: true);
    }
}

/// <summary>Before a person is erased, all their assignments end, as tutor and as teacher. Then no card of a head names them.</summary>
internal sealed class AssignmentOnPersonErased(
    AssignmentStore store, AssignmentReader reader, AssignmentNews news, Outbox outbox, SiteZone zone) : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        var ended = await store.EndAllOf(person, alsoAsTeacher: true, zone.DayOf(turn.Now), turn.Now);
        foreach (var one in ended) AssignmentNews.Log(turn, LogAction.AssignmentEnded, one);
        await news.Ended(turn, ended.Select(one => one with
        {
            Tutor = one.TutorId == person ? null : one.Tutor,
            Teacher = one.TeacherId == person ? null : one.Teacher,
            School = one.TeacherId == person ? null : one.School,
        }));
    }

    public override async Task After(PersonId person, Turn turn)
    {
        var cards = (await reader.Of(person)).ToDictionary(one => AssignmentCard.Shown(one.Id));
        await outbox.RedrawNameless(cards.Keys, (shows, who) =>
            Task.FromResult(who.Is(Role.Head) ? AssignmentCard.Of(cards[shows]) : null));
    }
}
