using MspBot.Data.Postgres;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Chaos;

/// <summary>The first try of somebody who has only a data folder, and pulls the plug.</summary>
public sealed class EmbeddedRestartTests
{
    [Fact]
    public async Task A_bot_killed_on_its_own_database_starts_again_and_remembers()
    {
        var folder = await TestFolder.NewAsync("k");
        await using var telegram = await BotApiServer.StartAsync(new() { Patience = TimeSpan.FromSeconds(60) });
        var anna = telegram.Visitor(7, "Anna");
        await using (var killed = BotProcess.Start(telegram, ("Data__Folder", folder)))
        {
            await anna.Types("/start");
            await anna.Taps("Согласен");
            await anna.Sees("Как вас зовут?");
            await killed.Kill();
        }

        await anna.Types("Иванова Мария Петровна");
        await using var bot = BotProcess.Start(telegram, ("Data__Folder", folder));
        await anna.Sees("Где вы работаете?");

        Assert.Equal(0, await bot.Stop());
        Assert.True(await LocalPostgres.StopAbandoned(folder), "nobody uses the folder any more");
        Assert.Empty(telegram.Violations);
        TestFolder.Remove(folder);
    }
}
