using MspBot.Data.People.Assignments;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Assignments;

/// <summary>Tells both sides who accompanies whom: the tutor, and the teacher or who leads the school.</summary>
internal sealed class AssignmentNews(PeopleReader people, QuietHours quiet)
{
    internal async Task Assigned(Turn turn, AssignmentSheet sheet)
    {
        Tell(turn, sheet.TutorChat, AssignmentTexts.ToTutor(sheet), to => NoticeKey.AssignedTutor(sheet.Id, to));
        foreach (var chat in await Others(sheet))
        {
            Tell(turn, chat, sheet.TeacherId is null ? AssignmentTexts.ToSchool(sheet) : AssignmentTexts.ToTeacher(sheet),
                to => NoticeKey.Assigned(sheet.Id, to));
        }
    }

    /// <param name="turn">In which it ended.</param>
    /// <param name="ended">What has.</param>
    /// <param name="tutorKnows">They hear of the reason itself, once for all.</param>
    internal async Task Ended(Turn turn, IEnumerable<AssignmentSheet> ended, bool tutorKnows = false)
    {
        foreach (var sheet in ended)
        {
            var chats = await Others(sheet);
            foreach (var chat in tutorKnows ? chats : chats.Append(sheet.TutorChat).Distinct())
                Tell(turn, chat, AssignmentTexts.EndedFor(sheet), to => NoticeKey.AssignmentEnded(sheet.Id, to));
        }
    }

    private async Task<IEnumerable<ChatId?>> Others(AssignmentSheet sheet) => sheet.SchoolId is { } school
        ? (await people.ChatsOfSchoolHeads(school)).Select(chat => (ChatId?)chat)
        : [sheet.TeacherChat];

    private void Tell(Turn turn, ChatId? chat, Html text, Func<ChatId, NoticeKey> key)
    {
        if (chat is not { } to) return;
        turn.TellOthers(new Notice(to, new Screen(text).Row(EngineTexts.ToMenu), key(to), quiet.NotBefore(turn.Now)));
    }
}

/// <summary>Who is no tutor any more accompanies nobody.</summary>
internal sealed class AssignmentLosing(AssignmentStore store, AssignmentReader reader, AssignmentNews news, SiteZone zone) : RoleLosing
{
    public override async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        role == Role.Tutor && await reader.CountCurrent(person) is > 0 and var count ? [AssignmentTexts.Hanging(count)] : [];

    public override async Task After(PersonId person, Role role, Turn turn)
    {
        if (role == Role.Tutor) await news.Ended(turn, await store.EndAllOf(person, alsoAsTeacher: false, zone.DayOf(turn.Now)), tutorKnows: true);
    }
}

/// <summary>Nor does who is about to be erased, and nobody accompanies them.</summary>
internal sealed class AssignmentErasing(AssignmentStore store, AssignmentNews news, SiteZone zone) : PersonErasing
{
    public override async Task Before(PersonId person, Turn turn) =>
        await news.Ended(turn, await store.EndAllOf(person, alsoAsTeacher: true, zone.DayOf(turn.Now)));
}
