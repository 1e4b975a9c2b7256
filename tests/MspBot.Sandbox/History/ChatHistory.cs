using System.Text;
using System.Threading.Channels;

namespace MspBot.Sandbox.History;

/// <summary>
/// Keeps what is said in private chats, so that a restarted sandbox shows it again and the bot can still change its old cards, as in
/// Telegram.
/// </summary>
internal sealed class ChatHistory : IAsyncDisposable
{
    private readonly Channel<ChatChange> changes = Channel.CreateUnbounded<ChatChange>(new() { SingleReader = true });
    private readonly Dictionary<long, SavedPerson> written = [];
    private readonly BotApi api;
    private readonly HistoryFolder folder;
    private readonly Task writing;

    private ChatHistory(BotApi api, HistoryFolder folder)
    {
        (this.api, this.folder) = (api, folder);
        api.Changed += OnChange;
        writing = Task.Run(WriteChanges);
    }

    /// <summary>Puts what was kept back into the server, and keeps from now on.</summary>
    /// <param name="highest">The highest message number that the bot may know: new messages begin above it.</param>
    internal static ChatHistory Open(BotApi api, HistoryFolder folder, int highest)
    {
        var replay = new HistoryReplay(folder.Read(), api.Options.MaxMessagesPerChat);
        replay.Into(api, folder, highest);
        folder.Begin(replay.Lines);
        return new ChatHistory(api, folder);
    }

    public async ValueTask DisposeAsync()
    {
        api.Changed -= OnChange;
        changes.Writer.TryComplete();
        await writing;
        foreach (var visitor in api.Visitors) Write(visitor.Id);   // a block says nothing in a chat
        folder.Dispose();
    }

    private void OnChange(ChatChange change) => changes.Writer.TryWrite(change);

    private async Task WriteChanges()
    {
        await foreach (var change in changes.Reader.ReadAllAsync()) Write(change);
    }

    private void Write(ChatChange change)
    {
        Write(change.ChatId);
        SavedMessage? message = null;
        StoredFile? file = null;
        lock (api.Gate)
        {
            if (api.FindRoom(change.ChatId) is not { Person: not null } room) return;
            if (room.Find(change.MessageId) is { } found) (message, file) = (Saved(found), found.Media?.File);
        }

        if (file is not null) folder.Keep(file);
        if (change.Kind is ChatStepKind.Deleted) folder.Add(new() { Gone = new(change.ChatId, change.MessageId) });
        else if (message is not null && change.Kind is ChatStepKind.Posted or ChatStepKind.Edited) folder.Add(new() { Message = message });
    }

    /// <summary>The person of a private chat, when something about them has changed.</summary>
    private void Write(long chat)
    {
        SavedPerson person;
        lock (api.Gate)
        {
            if (api.FindRoom(chat) is not { Person: { } who } room) return;
            person = new(who.Id, who.FirstName, who.LastName, who.HasStarted, who.HasBlocked, room.Keyboard);
        }

        if (!person.Equals(written.GetValueOrDefault(chat))) folder.Add(new() { Person = written[chat] = person });
    }

    private static SavedMessage Saved(StoredMessage m) => new(
        m.Room.Id, m.Id, m.Author is null, m.Date, m.EditedAt, m.Edits, m.Body.Text, m.Body.Entities, m.Keyboard is { } keys
        ? Encoding.UTF8.GetString(keys.Json) : null,
        m.HasFixedMarkup, m.ReplyTo?.Id, m.MediaGroup,
        m.Media is { } media
        ? new(media.Field, Encoding.UTF8.GetString(media.Json), media.File is { } f ? new(f.Id, f.UniqueId, f.Path, f.Name, f.MimeType)
            : null) : null);
}
