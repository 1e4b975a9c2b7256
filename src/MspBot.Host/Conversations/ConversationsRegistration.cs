using MspBot.Data.Conversations;
using MspBot.Data.Log;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.Conversations;

/// <summary>The engine's own parts.</summary>
internal static class ConversationsRegistration
{
    internal static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Registry>();
        services.AddSingleton<BotName>();
        services.AddSingleton<FileMaking>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<OutboxNumbers>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<RetryPause>(_ => TurnRunner.GrowingPause);

        services.AddScoped<TurnStore>();
        services.AddScoped<DialogStore>();
        services.AddScoped<Outbox>();
        services.AddScoped<LogWriter>();
        services.AddScoped<TransactionEnd>();
        services.AddScoped<ActiveDialog>();
        services.AddScoped<DialogSteps>();
        services.AddScoped<OpenDialogs>();
        services.AddScoped<DialogInputs>();
        services.AddPurge();
        services.AddScoped<Router>();
        services.AddScoped<Menu>();
        services.AddCommand<MenuCommand>();
        services.AddCommand<HelpCommand>();
        services.AddCommand<CancelCommand>();
        services.AddMenuItem(900, _ => true, Button.Command(EngineTexts.HelpLabel, "help"));
        return services;
    }
}
