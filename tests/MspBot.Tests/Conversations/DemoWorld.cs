using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations;
using MspBot.Sandbox;
using MspBot.Tests.Conversations.Dialogs;
using MspBot.Tests.Support;

namespace MspBot.Tests.Conversations;

/// <summary>The program with the demo dialog, which anybody may begin.</summary>
internal static class DemoWorld
{
    internal static Task<World> Demo(
        this TestCluster cluster, DemoLog log, Action<IServiceCollection>? adjust = null, BotApiOptions? telegram = null) =>
        World.Open(cluster, services =>
        {
            AddTo(services, log);
            adjust?.Invoke(services);
        }, telegram);

    internal static void AddTo(IServiceCollection services, DemoLog log)
    {
        services.AddSingleton(log);
        services.AddFlow<DemoFlow>();
        services.AddHandler<Demo, DemoHandler>();
        services.AddCommand<DemoCommand>();
    }

    /// <summary>Up to the question for the colour.</summary>
    internal static async Task<Visitor> InAForm(this World world, long id = 1)
    {
        var visitor = world.Visitor(id, "Anna");
        await visitor.Types("/demo");
        await visitor.Types("Анна");
        await visitor.Sees("Какой цвет?");
        return visitor;
    }

    /// <summary>The message that carries the open question.</summary>
    internal static ChatMessage Question(this Visitor visitor) => visitor.Chat.Last(m => m.FromBot && Walker.IsQuestion(m));

    /// <summary>What the button of this message carries.</summary>
    internal static string Data(this ChatMessage message, string label) =>
        message.Buttons.SelectMany(r => r).First(b => b.Label.Contains(label, StringComparison.Ordinal)).Data!;
}
