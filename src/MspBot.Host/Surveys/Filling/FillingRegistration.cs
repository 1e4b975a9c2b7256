using MspBot.Data.Surveys.Filling;
using MspBot.Host.Conversations;
using MspBot.Host.Nominations.MySchool;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Filling;

/// <summary>The head of a school answers, one indicator a screen.</summary>
internal static class FillingRegistration
{
    internal static IServiceCollection AddFilling(this IServiceCollection services)
    {
        services.AddScoped<FillingReader>().AddScoped<AnswerStore>();
        services.AddScoped<Fillers>().AddScoped<FillingScreens>().AddScoped<FillingNews>().AddScoped<FillingSteps>();
        services.AddScoped<StoredPart, SurveysStored>().AddScoped<MySchoolPart, SurveyOfMySchool>();
        services.AddCard<FillingCard>().AddNextThing<FillingWaits>().AddMonitoringPart<SchoolSurveysPart>();
        services.AddFlow<AnswerFlow>();
        services.AddHandler<SaveAnswer, SaveAnswerHandler>().AddHandler<SaveOutcome, SaveOutcomeHandler>();
        return services.AddHandler<AskQuestion, AskQuestionHandler>();
    }
}
