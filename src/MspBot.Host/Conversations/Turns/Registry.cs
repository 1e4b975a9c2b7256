using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

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
        Dictionary<string, Type> Flows, Dictionary<string, Type> Cards, Dictionary<string, Type> Commands, Dictionary<string, Type> Links,
        Dictionary<string, Type> Makers,
        IReadOnlyList<ListedCommand> Listed)
    {
        internal static Keys Read(IServiceScopeFactory scopes)
        {
            using var scope = scopes.CreateScope();
            return new(
                ByKey<Flow>(scope, f => f.Key), ByKey<Card>(scope, c => c.Key), ByKey<Command>(scope, c => c.Name),
                ByKey<StartLink>(scope, l => l.Prefix), ByKey<FileMaker>(scope, m => m.Key),
                [.. scope.ServiceProvider.GetServices<Command>().Where(c => c.Description is not null).OrderBy(c => c.Order)
                    .Select(c => new ListedCommand(c.Name, c.Description!, speaker => (!c.NeedsPerson || speaker.PersonOrNull is not null)
                        && c.For(speaker)))]);
        }

        private static Dictionary<string, Type> ByKey<T>(IServiceScope scope, Func<T, string> key) where T : class =>
            scope.ServiceProvider.GetServices<T>().ToDictionary(key, item => item.GetType());
    }
}
