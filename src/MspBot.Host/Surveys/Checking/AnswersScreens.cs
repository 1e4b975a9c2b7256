using MspBot.Data.People;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Filling;

namespace MspBot.Host.Surveys.Checking;

/// <summary>What one school has answered, with the buttons of those who check it.</summary>
internal sealed class AnswersScreens(SurveyReader surveys, CheckingReader reader, PeopleNames people, SiteZone zone)
{
    /// <summary>So many answers fit into one message.</summary>
    private const int Size = 8;

    /// <summary>How long what people wrote may be there: the first with which a message holds it all.</summary>
    private static readonly int[] Rooms = [150, 60, 25];

    /// <summary>What messages that show it are found by.</summary>
    internal static string Shown(SurveyId survey, SchoolId school) => $"{SurveyLinks.Answers}:{survey.Value}.{school.Value}";

    /// <param name="speaker">Who reads it.</param>
    /// <param name="id">The survey.</param>
    /// <param name="school">The school.</param>
    /// <param name="news">What was just done, above all else.</param>
    /// <param name="page">Of the answers.</param>
    /// <param name="all">Also what was not put right.</param>
    /// <returns>Null: the school is not asked in it.</returns>
    internal async Task<Screen?> Of(
        Speaker speaker, SurveyId id, SchoolId school, Html news = default, int page = 0, bool all = false) =>
        await surveys.One(id) is { } survey && await reader.Of(id, school) is { } answers
            ? await Screen(speaker, survey, answers, news, page, all) : null;

    /// <summary>The first school that waits to be checked, else the first that has sent, else the first; null: none is asked.</summary>
    internal async Task<SchoolId?> FirstToCheck(SurveyId id)
    {
        var schools = await surveys.Schools(id);
        return schools.Count == 0 ? null : (schools.FirstOrDefault(school => school.State.IsToCheck())
            ?? schools.FirstOrDefault(school => school.SentAt is not null) ?? schools[0]).School;
    }

    /// <summary>Somebody else was first: what has happened stands above.</summary>
    internal async Task<Screen?> Stale(Speaker speaker, SurveyId id, SchoolId school, string? typed = null) =>
        await surveys.One(id) is { } survey && await reader.Of(id, school) is { } answers
            ? await Screen(speaker, survey, answers, Html.Paragraphs(AnswersTexts.Stale(answers, await Names(answers), zone),
                CheckingScreens.NotKept(typed)), 0, all: false) : null;

    private async Task<Screen> Screen(Speaker speaker, SurveyDetails survey, CheckedAnswers answers, Html news, int page, bool all)
    {
        var names = await Names(answers);
        var changed = answers.School.State == SchoolSurveyState.Resent ? answers.ToLookAt : [];
        var some = changed.Count > 0 && !all;
        var values = some ? changed : answers.Values;
        var number = Paging.Nearest(page, values.Count, Size);
        var shown = Paging.Of([.. values.Skip(Paging.Skip(number, Size)).Take(Size)], number, values.Count, Size);
        var texts = Rooms.Select(room => Html.Paragraphs(
        [
            news, AnswersTexts.Head(survey, answers, names, zone), AnswersTexts.Remarks(answers, room),
            .. shown.Items.Select(value => AnswersTexts.Value(
                answers.Values.Index().First(one => one.Item == value).Index + 1, value, answers.Deeds.SentBy, names, room)),
            shown.HasNext ? default : AnswersTexts.Outcomes(answers, zone, room),
        ])).ToList();
        var text = texts.FirstOrDefault(one => one.Length <= Html.MessageLimit);
        var screen = new Screen(text.IsEmpty ? texts[^1] : text) { Shows = Shown(survey.Id, answers.School.School) }.Turning(shown,
            (label, to) => AnswersCard.Button(label, survey.Id, answers.School.School, to, all));
        if (changed.Count > 0)
        {
            screen = screen.Row(AnswersCard.Button(all ? AnswersTexts.ShowChanged : AnswersTexts.ShowAll, survey.Id,
                answers.School.School, all: !all));
        }
        if (SurveyAccess.Leads(speaker) && !answers.Deeds.HasHead && survey.State == SurveyState.Open && answers.School.State.Owes())
            screen = screen.Row(FillingLinks.ForSchool(survey.Id, answers.School.School));
        return await Deeds(screen, survey, answers.School);
    }

    private async Task<Screen> Deeds(Screen screen, SurveyDetails survey, AskedSchool school)
    {
        if (school.State.IsToCheck()) screen = screen.Row(AnswersCard.Accept(survey.Id, school));
        if (CheckingStore.Check(survey, school) is null)
        {
            screen = screen.Row(Button.Flow(AnswersTexts.Return, SurveyLinks.ReturnAnswers,
                Argument.Of(survey.Id, school.School.Value, school.Version)));
        }
        if (!school.State.IsToCheck()
            && (await surveys.Schools(survey.Id)).FirstOrDefault(other => other.State.IsToCheck()) is { } next)
            screen = screen.Row(AnswersCard.Button(AnswersTexts.Next, survey.Id, next.School).Main());
        return screen.Row(Button.Card(CheckingTexts.ToSurvey, SurveyLinks.Survey, survey.Id.Value), EngineTexts.ToMenu);
    }

    private Task<IReadOnlyDictionary<long, string>> Names(CheckedAnswers answers)
    {
        long?[] all = [answers.Deeds.SentBy, answers.Deeds.AcceptedBy, answers.Deeds.ReturnedBy, .. answers.Values.Select(one => one.By)];
        return people.People([.. all.OfType<long>().Distinct()]);
    }
}
