using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>What the features have announced, by the keys that buttons and drafts carry.</summary>
internal sealed class Registry(IServiceScopeFactory scopes, IEnumerable<MenuItem> menu, IEnumerable<HelpItem> help)
{
    /// <summary>Read when first asked for: what is announced may itself ask for the registry.</summary>
    private readonly Lazy<Keys> keys = new(() => Keys.Read(scopes));

    internal IReadOnlyList<MenuItem> Menu { get; } = [.. menu.OrderBy(m => m.Order)];

    /// <summary>What is offered under /help, also in the middle of a form.</summary>
    internal IEnumerable<HelpItem> HelpFor(Speaker speaker) => help.Where(h => h.For(speaker));

    /// <summary>The commands the messenger shows, in order, with whom they are for.</summary>
    internal IReadOnlyList<ListedCommand> Listed => keys.Value.Listed;

    internal CommandList CommandsFor(Speaker speaker) =>
        new([.. Listed.Where(c => c.For(speaker)).Select(c => (c.Name, c.Description))]);

    internal IReadOnlyCollection<string> FlowKeys => keys.Value.Flows.Keys;

    internal IReadOnlyCollection<string> CardKeys => keys.Value.Cards.Keys;

    internal Flow? Flow(string key, IServiceProvider services) => Find<Flow>(keys.Value.Flows, key, services);

    internal Card? Card(string key, IServiceProvider services) => Find<Card>(keys.Value.Cards, key, services);

    internal Command? Command(string name, IServiceProvider services) => Find<Command>(keys.Value.Commands, name, services);

    internal FileMaker? FileMaker(string key, IServiceProvider services) => Find<FileMaker>(keys.Value.Makers, key, services);

    internal StartLink? Link(string argument, IServiceProvider services) =>
        keys.Value.Links.Keys.FirstOrDefault(prefix => argument.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? Find<StartLink>(keys.Value.Links, prefix, services) : null;

    private static T? Find<T>(Dictionary<string, Type> types, string key, IServiceProvider services) where T : class =>
        types.TryGetValue(key, out var type) ? (T)services.GetRequiredService(type) : null;

    private sealed record Keys(
        Dictionary<string, Type> Flows, Dictionary<string, Type> Cards, Dictionary<string, Type> Commands, Dictionary<string, Type> Links, Dictionary<string, Type> Makers,
        IReadOnlyList<ListedCommand> Listed)
    {
        internal static Keys Read(IServiceScopeFactory scopes)
        {
            using var scope = scopes.CreateScope();
            return new(
                ByKey<Flow>(scope, f => f.Key), ByKey<Card>(scope, c => c.Key), ByKey<Command>(scope, c => c.Name), ByKey<StartLink>(scope, l => l.Prefix), ByKey<FileMaker>(scope, m => m.Key),
                [.. scope.ServiceProvider.GetServices<Command>().Where(c => c.Description is not null).OrderBy(c => c.Order)
                    .Select(c => new ListedCommand(c.Name, c.Description!, speaker => (!c.NeedsPerson || speaker.PersonOrNull is not null) && c.For(speaker)))]);
        }

        private static Dictionary<string, Type> ByKey<T>(IServiceScope scope, Func<T, string> key) where T : class =>
            scope.ServiceProvider.GetServices<T>().ToDictionary(key, item => item.GetType());
    }
}

/// <summary>A command in the messenger's list.</summary>
internal sealed record ListedCommand(string Name, string Description, Func<Speaker, bool> For);

/// <summary>How a feature announces what it can talk about.</summary>
public static class ConversationRegistration
{
    public static IServiceCollection AddFlow<T>(this IServiceCollection services) where T : Flow => services.AddBoth<Flow, T>();

    public static IServiceCollection AddCard<T>(this IServiceCollection services) where T : Card => services.AddBoth<Card, T>();

    public static IServiceCollection AddCommand<T>(this IServiceCollection services) where T : Command => services.AddBoth<Command, T>();

    public static IServiceCollection AddStartLink<T>(this IServiceCollection services) where T : StartLink => services.AddBoth<StartLink, T>();

    public static IServiceCollection AddFileMaker<T>(this IServiceCollection services) where T : FileMaker => services.AddBoth<FileMaker, T>();

    public static IServiceCollection AddNextThing<T>(this IServiceCollection services) where T : NextThing => services.AddScoped<NextThing, T>();

    public static IServiceCollection AddMenuOffer<T>(this IServiceCollection services) where T : MenuOffer => services.AddScoped<MenuOffer, T>();

    public static IServiceCollection AddWordsFinder<T>(this IServiceCollection services) where T : WordsFinder => services.AddScoped<WordsFinder, T>();

    public static IServiceCollection AddMenuItem(this IServiceCollection services, int order, Func<Speaker, bool> shown, Button button) =>
        services.AddSingleton(new MenuItem(order, shown, button));

    public static IServiceCollection AddHelpItem(this IServiceCollection services, Func<Speaker, bool> shown, Button button, string hint) =>
        services.AddSingleton(new HelpItem(shown, button, hint));

    public static IServiceCollection AddHandler<TCommand, THandler>(this IServiceCollection services)
        where TCommand : notnull where THandler : Handler<TCommand> => services.AddScoped<Handler<TCommand>, THandler>();

    private static IServiceCollection AddBoth<TBase, T>(this IServiceCollection services) where TBase : class where T : class, TBase =>
        services.AddScoped<T>().AddScoped<TBase>(provider => provider.GetRequiredService<T>());
}
