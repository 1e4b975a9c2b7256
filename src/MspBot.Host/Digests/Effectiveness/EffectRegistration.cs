using MspBot.Data.Digests.Effectiveness;
using MspBot.Host.Conversations;
using MspBot.Host.Log;
using MspBot.Host.People;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>The effectiveness of the site: figures, goals, conclusions and answers.</summary>
internal static class EffectRegistration
{
    internal static IServiceCollection AddEffectiveness(this IServiceCollection services)
    {
        services.AddScoped<EffectReader>().AddScoped<GoalStore>().AddScoped<ConclusionReader>().AddScoped<ConclusionStore>();
        services.AddScoped<EffectScreens>().AddScoped<ConclusionNotices>();
        services.AddCard<EffectCard>().AddCard<GoalsCard>().AddCard<ConclusionCard>().AddCard<ConclusionsCard>();
        services.AddFlow<OwnDaysFlow>().AddHandler<OpenEffectDays, OpenEffectDaysHandler>();
        services.AddFlow<GoalFlow>().AddHandler<SetGoal, SetGoalHandler>();
        services.AddFlow<ConcludeFlow>().AddHandler<WriteConclusion, WriteConclusionHandler>();
        services.AddFlow<ChangeConclusionFlow>().AddHandler<ChangeConclusion, ChangeConclusionHandler>();
        services.AddFlow<AnswerConclusionFlow>().AddHandler<AnswerConclusion, AnswerConclusionHandler>();
        services.AddScoped<OnPersonErased, ConclusionOnPersonErased>();
        services.AddFileMaker<EffectFileMaker>();
        services.AddMonitoringPart<EffectPart>().AddLoggedThings<ConclusionsInLog>();
        return services;
    }
}
