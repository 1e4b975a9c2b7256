using Microsoft.Extensions.DependencyInjection.Extensions;
using MspBot.Data.Digests;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Digests.Effectiveness;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Digests;

/// <summary>What the head and the methodology department know of how things go.</summary>
internal static class DigestsRegistration
{
    internal static IServiceCollection AddDigests(this IServiceCollection services, DigestSchedule schedule)
    {
        services.AddDigestMaking(schedule);
        services.AddHostedService<DigestStart>();
        services.AddJob<AuditJob>("audit").AddJob<DigestJob>("digests");
        services.AddScoped<AudienceReader>().AddScoped<DigestSending>();
        services.AddCommand<DigestCommand>().AddCard<DigestCard>().AddCard<DecisionsCard>();
        services.AddCard<CallCard>().AddCard<DirectorCard>().AddCard<UnreachableCard>();
        services.AddFileMaker<DigestFileMaker>();
        services.AddScoped<ProfileChoice, DigestPreference>()
            .AddScoped<OnPersonErased, DigestOnPersonErased>()
            .AddScoped<OnRoleRemoved, DigestOnRoleRemoved>();
        services.AddLoggedThings<DigestsInLog>();
        services.AddMenuItem(300, DigestScreens.Sees, Button.Command(DigestTexts.Digest, DigestLinks.DigestWord));
        return services.AddEffectiveness();
    }

    /// <summary>Registers what makes digests, without cards and jobs: also for the command line.</summary>
    internal static IServiceCollection AddDigestMaking(this IServiceCollection services, DigestSchedule schedule)
    {
        services.AddSingleton(schedule);
        services.AddScoped<PlanFiguresReader>().AddScoped<FiguresReader>();
        services.AddScoped<DigestReader>().AddScoped<DecisionReader>().AddScoped<DigestStore>()
            .AddScoped<AuditStore>();
        services.TryAddScoped<PlanReader>();
        services.TryAddScoped<FactReader>();
        services.TryAddScoped<UnansweredPlanReader>();
        services.AddScoped<PlanDecisionReader>().AddScoped<SurveyDecisionReader>().AddScoped<LibraryDecisionReader>();
        services.AddSingleton<DigestMaker>().AddSingleton<DigestFiles>().AddSingleton<DigestScreens>();
        return services;
    }
}
