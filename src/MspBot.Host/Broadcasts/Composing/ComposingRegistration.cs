using MspBot.Data.Broadcasts.Composing;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>To whom and what; shown as it will look, and pressed.</summary>
internal static class ComposingRegistration
{
    internal static IServiceCollection AddComposing(this IServiceCollection services)
    {
        services.AddScoped<ComposeStore>().AddScoped<AudienceChoices>().AddScoped<PressStore>();
        services.AddScoped<BroadcastQuestions>().AddScoped<BroadcastPress>().AddScoped<ComposedScreens>();
        services.AddCommand<BroadcastCommand>().AddCard<BroadcastsCard>().AddCard<RecipientsCard>();
        services.AddBroadcastFace<ComposedFace>();
        services.AddFlow<NewBroadcastFlow>().AddHandler<ComposeBroadcast, ComposeBroadcastHandler>();
        services.AddFlow<ChangeBroadcastFlow>().AddHandler<ChangeBroadcast, ChangeBroadcastHandler>();
        services.AddLoggedThings<BroadcastsInLog>().AddHistory<BroadcastsInLog>();
        return services.AddMenuItem(93, speaker => speaker.Is(Role.Head),
            Button.Command(BroadcastTexts.Broadcasts, BroadcastLinks.Broadcasts));
    }
}
