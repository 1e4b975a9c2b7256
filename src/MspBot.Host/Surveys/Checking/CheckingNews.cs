using MspBot.Data.People.Schools;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>What heads of schools hear of a survey that they answer, each time in one message.</summary>
internal sealed class CheckingNews(
    HeadedSchools heads, SurveyReader surveys, CheckingReader reader, SurveyReminderStore reminders, QuietHours quiet, SiteZone zone)
{
    /// <summary>«Напомнить об опросе»: whom it reaches, and what is said of it.</summary>
    internal async Task<AskedNews> Ask(Turn turn, SurveyDetails survey, IReadOnlyList<AskedSchool> schools)
    {
        var withHead = await reader.WithHead([.. schools.Select(school => school.School)]);
        var chats = (await heads.Chats([.. schools.Select(school => school.School)])).ToLookup(head => head.School, head => head.Chat);
        var at = quiet.NotBefore(turn.Now);
        turn.Tell(from school in schools
                  let screen = Screen(survey, school, CheckingNewsTexts.Asked(survey, school, turn.Now, zone))
                  from chat in chats[school.School]
                  select new Notice(chat, screen, NoticeKey.SurveyAsked(survey.Id, turn.Now, chat), at));
        var told = schools.Where(school => chats.Contains(school.School)).ToList();
        return new([.. told.Select(school => school.School)], CheckingTexts.Reminded(told.Count,
            [.. schools.Where(school => !chats.Contains(school.School) && withHead.Contains(school.School))],
            [.. schools.Where(school => !withHead.Contains(school.School))],
            at is { } later ? CheckingNewsTexts.At(later, turn.Now, zone) : null));
    }

    /// <summary>The clock's; empty where nobody can be written to.</summary>
    internal async Task<IReadOnlyList<Notice>> ByClock(HeldReminder due, DateTimeOffset now)
    {
        var screen = Screen(due.Survey, due.School, CheckingNewsTexts.Asked(due.Survey, due.School, now, zone));
        return [.. (await heads.Chats(due.School.School)).Select(chat =>
            new Notice(chat, screen, NoticeKey.SurveyDue(due.Survey.Id, due.Kind, due.Survey.DueOn, chat), quiet.NotBefore(now)))];
    }

    /// <summary>The remark first.</summary>
    /// <returns>How many heads hear of it.</returns>
    internal async Task<int> Returned(Turn turn, SurveyDetails survey, AskedSchool school)
    {
        var remarks = (await reader.Of(survey.Id, school.School))!.Remarks;
        var screen = Screen(survey, school, CheckingNewsTexts.Returned(survey, remarks, turn.Now, zone));
        var chats = await heads.Chats(school.School);
        await reminders.WithdrawReturned(school);
        turn.Tell(chats.Select(chat => new Notice(chat, screen, NoticeKey.SurveyReturned(survey.Id, school.Version, chat),
            quiet.NotBefore(turn.Now))));
        return chats.Count;
    }

    /// <summary>To those that have not sent.</summary>
    internal async Task DueMoved(Turn turn, SurveyDetails survey) => await TellAll(turn, survey, school => school.State.Owes(),
        _ => CheckingNewsTexts.DueMoved(survey), chat => NoticeKey.SurveyDueMoved(survey.Id, survey.Revision, chat));

    internal async Task Reopened(Turn turn, SurveyDetails survey, string reason) => await TellAll(turn, survey, _ => true,
        school => CheckingNewsTexts.Reopened(survey, school, reason),
        chat => NoticeKey.SurveyReopened(survey.Id, survey.Revision, chat));

    private async Task TellAll(
        Turn turn, SurveyDetails survey, Func<AskedSchool, bool> which, Func<AskedSchool, Html> words, Func<ChatId, NoticeKey> key)
    {
        var schools = (await surveys.Schools(survey.Id)).Where(which).ToDictionary(school => school.School);
        var notBefore = quiet.NotBefore(turn.Now);
        turn.TellOthers((await heads.Chats([.. schools.Keys])).Select(head => new Notice(head.Chat,
            Screen(survey, schools[head.School], words(schools[head.School])), key(head.Chat), notBefore)));
    }

    private static Screen Screen(SurveyDetails survey, AskedSchool school, Html words) => new Screen(words)
        .Row(Button.Card(CheckingNewsTexts.Fill(school.State), SurveyLinks.Filling, survey.Id.Value).Main());
}

/// <param name="Schools">Whose heads are told.</param>
/// <param name="Said">To whoever has pressed.</param>
internal sealed record AskedNews(IReadOnlyCollection<SchoolId> Schools, Html Said);
