using MspBot.Data.People;
using MspBot.Data.Surveys.Checking;
using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>What the heads of the site hear of a school's answers, and the cards of those who answer with it.</summary>
internal sealed class FillingNews(
    PersonReader people, Fillers fillers, FillingScreens screens, SurveyReminderStore reminders, QuietHours quiet)
{
    /// <summary>One message a sending; of accepted answers that are put right, one until they are accepted again.</summary>
    internal async Task TellSent(Turn turn, SchoolAnswers answers, bool putRight = false)
    {
        var (survey, school) = (answers.Survey.Id, answers.School);
        // A reminder that waits for the morning has become wrong.
        await reminders.Withdraw(survey, school.School);
        var screen = new Screen(FillingTexts.Told(answers, putRight))
            .Row(Button.Card(FillingTexts.SeeAnswers, SurveyLinks.Answers, survey.Value, arg: $"{school.School.Value}").Main());
        turn.TellOthers((await people.HeadChats()).Select(chat => new Notice(
            chat, screen, NoticeKey.SurveySent(survey, school.School, school.Version, chat), quiet.NotBefore(turn.Now))));
    }

    /// <summary>The same card in the chats of others.</summary>
    internal Task Redraw(Turn turn, SurveyId survey, SchoolId school) => turn.Redraw(FillingLinks.Shown(survey, school), async who =>
        await fillers.Of(who, school.Value) is { } filler ? await screens.Card(survey, filler, turn.Now) : null);
}
