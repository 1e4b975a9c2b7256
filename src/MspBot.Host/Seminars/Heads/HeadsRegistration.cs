using MspBot.Data.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using MspBot.Host.Plan;

namespace MspBot.Host.Seminars.Heads;

/// <summary>Heads make, change and cancel seminars.</summary>
internal static class HeadsRegistration
{
    internal static IServiceCollection AddHeads(this IServiceCollection services)
    {
        services.AddScoped<SeminarStore>().AddScoped<SeminarPublishing>().AddScoped<LedMeetings, SeminarsLed>();
        services.AddSingleton<PlannedMeetings, SeminarsOfPlan>();
        services.AddCard<SeminarChangesCard>().AddCommand<NewSeminarCommand>();
        services.AddFlow<NewSeminarFlow>().AddHandler<MakeSeminar, MakeSeminarHandler>();
        services.AddFlow<ChangeSeminarFlow>().AddHandler<ChangeSeminar, ChangeSeminarHandler>();
        services.AddFlow<CancelSeminarFlow>().AddHandler<CancelSeminar, CancelSeminarHandler>();
        services.AddMenuItem(100, SeminarAccess.IsHead, Button.Command(HeadTexts.New, SeminarLinks.NewSeminar));
        return services;
    }
}
