namespace MspBot.Sandbox.Tests;

public sealed class VisitorTests
{
    [Fact]
    public async Task A_visitor_types_taps_and_sees()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        var visitor = server.Visitor(42, "Анна", "Ильина");

        await visitor.Types("/start e_1 <b>");
        Assert.Equal("Вы: /start e_1 <b>", await visitor.Sees("Вы"));
        await visitor.Taps("Ещё");
        Assert.Equal("Нажато: more", await visitor.Sees("Нажато"));
        Assert.Equal("Принято", visitor.LastToast);
        await visitor.DoesNotSee("Вы");

        Assert.Equal(2, visitor.Chat.Count);
        Assert.Equal(1, visitor.Chat[1].Edits);
        Assert.Empty(visitor.Chat[1].Buttons);
        Assert.Empty(server.Violations);
    }
}
