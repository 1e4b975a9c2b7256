using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>«Вернуть на уточнение»: all answers, or one. Begun with the survey, the school and the version that was read.</summary>
internal sealed class ReturnAnswersFlow(SurveyReader surveys, CheckingReader reader, AnswersScreens screens) : Flow
{
    private const int Longest = 500;
    private const int Shortest = 3;
    private const int LongestName = 60;

    private static readonly Prompt What = new("Что уточнить", "Что нужно уточнить?");
    private static readonly Prompt Remark =
        new("Замечание", "Что не так? Замечание увидит руководитель школы.", "Например: Проверьте, сколько учеников писали ВПР");

    public override string Key => SurveyLinks.ReturnAnswers;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override string Title => AnswersTexts.Return;

    public override bool For(Speaker speaker) => SurveyAccess.Checks(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } id || ask.Start.Id<SchoolId>(1) is not { } school
            || ask.Start.Number(2) is not (> 0 and <= int.MaxValue and var version) || await surveys.One(id) is not { } survey
            || await reader.Of(id, school) is not { } answers) return Say(CheckingScreens.Refused(SurveyRefusal.NoSuchSurvey, null));
        if (survey.State != SurveyState.Open) return Say(CheckingScreens.Refused(SurveyRefusal.NotOpen, id, ask.Said));
        var isStale = answers.School.Version != version || CheckingStore.Check(survey, answers.School) is not null;
        // What was typed is said back below, so it is asked for only where it can be used.
        if (isStale && ask.IsBeginning) return Say(await Stale(ask.Speaker, id, school, null));
        var stays = isStale ? null : await screens.Of(ask.Speaker, id, school, Html.Text(AnswersTexts.StillThere));
        ask.WayOut = new(AnswersTexts.DoNotReturn, () => stays ?? CheckingScreens.Refused(SurveyRefusal.ChangedMeanwhile, id));

        // No id is 0: to all.
        var indicator = await ask.Choice("indicator", What, [new Option<long>(0, "Все ответы"), .. answers.Values.Index().Select(one =>
            new Option<long>(one.Item.Version.Value, ButtonRows.Titled($"{Russian.Number(one.Index + 1)}. ", one.Item.Name),
                Ellipsis.Cut(one.Item.Name, LongestName)))]);
        var remark = await ask.Text("remark", Remark, Longest, Rule);
        if (isStale) return Say(await Stale(ask.Speaker, id, school, remark));
        return Do(new ReturnAnswers(id, school, (int)version, indicator == 0 ? null : new(indicator), remark));
    }

    private async Task<Screen> Stale(Speaker speaker, SurveyId id, SchoolId school, string? typed) =>
        await screens.Stale(speaker, id, school, typed) ?? CheckingScreens.Refused(SurveyRefusal.NoSuchSurvey, null);

    private static Parsed<string> Rule(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return OneLine.Says(line, Shortest) ? PupilTexts.Asked(line)
            : new Parsed<string>.Bad("Слишком коротко. Напишите, что уточнить: хотя бы три буквы.");
    }
}

/// <param name="Survey">Which.</param>
/// <param name="School">Whose answers.</param>
/// <param name="Version">As it was read.</param>
/// <param name="Indicator">Null: all.</param>
/// <param name="Remark">What is wrong.</param>
internal sealed record ReturnAnswers(SurveyId Survey, SchoolId School, int Version, IndicatorVersionId? Indicator, string Remark);

internal sealed class ReturnAnswersHandler(Checkers checkers, CheckingStore store, CheckingNews news, AnswersScreens screens)
    : Handler<ReturnAnswers>
{
    public override async Task<Done> Handle(ReturnAnswers command, Turn turn)
    {
        var (survey, school) = (command.Survey, command.School);
        if (!await checkers.Hold(turn.Person)) return Refused(SurveyRefusal.RoleLost, command);
        var result = await store.Return(survey, school, command.Version, command.Indicator, command.Remark, turn.Person, turn.Now);
        if (result.Refusal is SurveyRefusal.ChangedMeanwhile or SurveyRefusal.NotSent
            && await screens.Stale(turn.Speaker, survey, school, command.Remark) is { } stale) return new Done.With(stale);
        if (result.Refusal is { } because) return Refused(because, command);
        turn.Log(LogAction.SurveyReturned, LogSubject.Survey, survey.Value, LogDetail.Of("version", result.School!.Version),
            school: school);
        var told = await news.Returned(turn, result.Survey!, result.School);
        return new Done.With(await screens.Of(turn.Speaker, survey, school, AnswersTexts.Returned(result.School, told))
            ?? EngineTexts.NothingThere);
    }

    private static Done.With Refused(SurveyRefusal because, ReturnAnswers command) =>
        new(CheckingScreens.Refused(because, command.Survey, command.Remark));
}
