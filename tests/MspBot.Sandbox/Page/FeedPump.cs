using System.Threading.Channels;

namespace MspBot.Sandbox.Page;

/// <summary>
/// Takes changes of chats and calls of the bot from the server, which must not wait, and writes them into the feed in order.
/// </summary>
internal sealed class FeedPump : IAsyncDisposable
{
    private readonly Channel<object> work = Channel.CreateUnbounded<object>(new() { SingleReader = true });
    private readonly BotApi api;
    private readonly Feed feed;
    private readonly PageView view;
    private readonly Task pumping;

    internal FeedPump(BotApi api, Feed feed, PageView view)
    {
        (this.api, this.feed, this.view) = (api, feed, view);
        api.Changed += OnChange;
        api.Journal.Added += OnCall;
        pumping = Task.Run(Pump);
    }

    public async ValueTask DisposeAsync()
    {
        api.Changed -= OnChange;
        api.Journal.Added -= OnCall;
        work.Writer.TryComplete();
        await pumping;
    }

    private void OnChange(ChatChange change) => work.Writer.TryWrite(change);

    private void OnCall(JournalEntry call) => work.Writer.TryWrite(call);

    private async Task Pump()
    {
        await foreach (var item in work.Reader.ReadAllAsync())
        {
            switch (item)
            {
                case ChatChange { Kind: ChatStepKind.Posted or ChatStepKind.Edited or ChatStepKind.Deleted } change:
                    Show(change);
                    break;
                case JournalEntry call:
                    feed.Add("call", PageJson.Of(CallView.Of(call)));
                    // The bot sets the menu of a chat whenever the person becomes somebody else to it.
                    if (call.Method is "setMyCommands" or "deleteMyCommands" && ChatOf(call) is { } chat) await Introduce(chat);
                    break;
            }
        }
    }

    private void Show(ChatChange change)
    {
        if (api.Message(change.ChatId, change.MessageId) is { } message)
            feed.Add("message", PageJson.Of(new ChangedMessage(change.ChatId, MessageView.Of(message), view.KeyboardOf(change.ChatId))));
        else
            feed.Add("deleted", PageJson.Of(new DeletedMessage(change.ChatId, change.MessageId)));
    }

    private async Task Introduce(long chat)
    {
        try
        {
            if (await view.Refresh(chat) is { } person) feed.Add("person", PageJson.Of(person));
        }
        catch (Npgsql.NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"The sandbox could not read who person {chat} is: {e.Message}");
        }
    }

    private static long? ChatOf(JournalEntry call)
    {
        using var parameters = System.Text.Json.JsonDocument.Parse(call.Parameters);
        return parameters.RootElement.TryGetProperty("scope", out var scope) && scope.ValueKind == System.Text.Json.JsonValueKind.Object
            && scope.TryGetProperty("chat_id", out var id) && long.TryParse(id.ToString(), out var chat) ? chat : null;
    }
}
