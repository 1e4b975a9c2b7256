using MspBot.Data.Surveys.Filling;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>The card of a survey for a school, its answers, and which of them is put right.</summary>
internal sealed class FillingScreens(FillingReader reader, SiteZone zone)
{
    /// <summary>So many answers are read at once.</summary>
    private const int AnswersOfPage = 10;

    internal async Task<Screen?> Card(SurveyId survey, Filler filler, DateTimeOffset now, Html news = default) =>
        await reader.One(survey, filler.School) is { } answers ? Card(answers, filler, now, news) : null;

    internal Screen Card(SchoolAnswers answers, Filler filler, DateTimeOffset now, Html news = default)
    {
        var id = answers.Survey.Id;
        var screen = new Screen(Html.Paragraphs(news, FillingTexts.Card(answers, filler, zone, now)))
        {
            Shows = FillingLinks.Shown(id, filler.School),
        };
        if (answers.Survey.State == SurveyState.Open)
        {
            var next = Next(answers);
            if (SchoolSurveyRules.IsUnsent(answers.School.State))
                screen = screen.Row(next is null
                    ? FillingLinks.Open(FillingTexts.Check, id, filler, FillingView.Review).Main()
                    : FillingLinks.Do(next, id, filler, FillingLinks.GoOn).Main());
            if (answers.Answered > 0)
                screen = screen.Row(FillingLinks.Open(FillingTexts.PutRight, id, filler, FillingView.Choose));
        }
        if (answers.Answered > 0 && SchoolAnswersState.IsOver(answers))
            screen = screen.Row(FillingLinks.Open(FillingTexts.Answers, id, filler, FillingView.Review));
        return screen.Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);
    }

    /// <summary>All answers with their marks; unsent ones can be sent from here.</summary>
    internal static Screen Review(SchoolAnswers answers, Filler filler, int number, Html news = default)
    {
        var id = answers.Survey.Id;
        number = Paging.Nearest(number, answers.Questions.Count, AnswersOfPage);
        var page = Paging.Of([.. answers.Questions.Skip(Paging.Skip(number, AnswersOfPage)).Take(AnswersOfPage)], number,
            answers.Questions.Count, AnswersOfPage);
        var unsent = answers.Survey.State == SurveyState.Open && SchoolSurveyRules.IsUnsent(answers.School.State);
        var screen = new Screen(Html.Paragraphs(news, FillingTexts.Review(answers, page.Items, unsent)))
            .Turning(page, (label, to) => FillingLinks.Open(label, id, filler, FillingView.Review, to));
        if (unsent)
            screen = screen.Row(Next(answers) is { } next
                ? FillingLinks.Do(next, id, filler, FillingLinks.GoOn).Main()
                : FillingLinks.Do(FillingTexts.Send, id, filler, FillingLinks.Send, $"{answers.School.Version}.{answers.Seen}").Main());
        if (answers.Survey.State == SurveyState.Open && answers.Answered > 0)
            screen = screen.Row(FillingLinks.Open(FillingTexts.PutRight, id, filler, FillingView.Choose));
        return screen.Row(FillingLinks.Open(FillingTexts.Back, id, filler));
    }

    internal static Screen Choose(SchoolAnswers answers, Filler filler, int number)
    {
        var id = answers.Survey.Id;
        var page = Paging.Cut([.. answers.Questions.Where(one => one.IsAnswered)], number);
        return new Screen(Html.Text(FillingTexts.WhichOne))
            .Page(page, one => FillingLinks.Do(FillingTexts.Choice(one), id, filler, FillingLinks.PutRight, $"{one.Number}"),
                (label, to) => FillingLinks.Open(label, id, filler, FillingView.Choose, to))
            .Row(FillingLinks.Open(FillingTexts.Back, id, filler));
    }

    /// <summary>What the button to the next open question says; null: there is none.</summary>
    private static string? Next(SchoolAnswers answers) =>
        answers.Open.FirstOrDefault() is not { } next ? null
        : next.Remark is not null ? FillingTexts.AnswerRemark
        : answers.School.State == SchoolSurveyState.Waiting ? FillingTexts.Fill
        : FillingTexts.GoOn;
}
