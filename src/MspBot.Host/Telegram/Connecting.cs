using MspBot.Host.Configuration;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using BotName = MspBot.Host.Conversations.BotName;

namespace MspBot.Host.Telegram;

/// <summary>
/// The first call: who are we? A token that Telegram does not know stops the program; a Telegram that is away is waited
/// for. Then strangers are shown the commands that are for them.
/// </summary>
internal sealed partial class Connecting(ITelegramBotClient bot, BotName name, Registry registry, ILogger<Connecting> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                var me = await bot.SendRequest(new RawRequest<Self>("getMe", _ => { }), cancel);
                (name.Username, name.Address) = (me.Username, TelegramLinks.Bot(me.Username));
                var strangers = registry.CommandsFor(new Speaker(default, null, new HashSet<Domain.People.Role>()));
                await bot.SetMyCommands(strangers.Commands.Select(c => new BotCommand(c.Name, c.Description)),
                    new BotCommandScopeAllPrivateChats(), cancellationToken: cancel);
                LogConnected(me.Id);
                return;
            }
            catch (ApiRequestException e) when (e.ErrorCode is 401 or 404)
            {
                throw new SettingException(
                    $"Telegram__Token is not accepted by Telegram ({e.ErrorCode} {e.Message}): it should be the token that @BotFather " +
                    $"shows for this bot, not revoked");
            }
            catch (RequestException e)
            {
                var pause = Poller.PauseAfter(e, failures);
                LogAway(e.GetType().Name, pause);
                await Task.Delay(pause, cancel);
            }
        }
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected as bot {Id}")]
    private partial void LogConnected(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram is not reached: {Kind}; again in {Pause}")]
    private partial void LogAway(string kind, TimeSpan pause);
}
