using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.People.Registration;

/// <summary>
/// /start: the welcome for a stranger, who keeps the link they came by, unless it is for all; for the others the link, or the menu.
/// </summary>
internal sealed class StartCommand(Welcome welcome, Router router) : Command
{
    public override string Name => "start";

    /// <summary>Kept out of the list: after the first time «Меню» says it better.</summary>
    public override string? Description => null;

    public override int Order => 0;

    public override bool NeedsPerson => false;

    public override Task Run(Turn turn, string args) => turn.Speaker.PersonOrNull is null && !router.IsForAll(args)
        ? welcome.Greet(turn, args)
        : router.FollowLink(turn, args);
}
