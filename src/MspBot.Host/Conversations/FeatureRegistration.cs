using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>How a feature registers its flows, cards, commands and menu lines.</summary>
public static class FeatureRegistration
{
    public static IServiceCollection AddFlow<T>(this IServiceCollection services) where T : Flow => services.AddBoth<Flow, T>();

    public static IServiceCollection AddCard<T>(this IServiceCollection services) where T : Card => services.AddBoth<Card, T>();

    public static IServiceCollection AddCommand<T>(this IServiceCollection services) where T : Command => services.AddBoth<Command, T>();

    public static IServiceCollection AddStartLink<T>(this IServiceCollection services) where T : StartLink =>
        services.AddBoth<StartLink, T>();

    public static IServiceCollection AddFileMaker<T>(this IServiceCollection services) where T : FileMaker =>
        services.AddBoth<FileMaker, T>();

    public static IServiceCollection AddNextThing<T>(this IServiceCollection services) where T : NextThing =>
        services.AddScoped<NextThing, T>();

    public static IServiceCollection AddMenuOffer<T>(this IServiceCollection services) where T : MenuOffer =>
        services.AddScoped<MenuOffer, T>();

    public static IServiceCollection AddWordsFinder<T>(this IServiceCollection services) where T : WordsFinder =>
        services.AddScoped<WordsFinder, T>();

    public static IServiceCollection AddFilesFinder<T>(this IServiceCollection services) where T : FilesFinder =>
        services.AddScoped<FilesFinder, T>();

    public static IServiceCollection AddMenuItem(this IServiceCollection services, int order, Func<Speaker, bool> shown, Button button) =>
        services.AddSingleton(new MenuItem(order, shown, button));

    public static IServiceCollection AddHelpItem(this IServiceCollection services, Func<Speaker, bool> shown, Button button, string hint) =>
        services.AddSingleton(new HelpItem(shown, button, hint));

    public static IServiceCollection AddHandler<TCommand, THandler>(this IServiceCollection services)
        where TCommand : notnull where THandler : Handler<TCommand> => services.AddScoped<Handler<TCommand>, THandler>();

    private static IServiceCollection AddBoth<TBase, T>(this IServiceCollection services) where TBase : class where T : class, TBase =>
        services.AddScoped<T>().AddScoped<TBase>(provider => provider.GetRequiredService<T>());
}
