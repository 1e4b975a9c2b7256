using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Messaging;

/// <summary>
/// The calls of one messenger, each tried once: what a failure means is asked of <see cref="FaultOf"/>. Implemented by each messenger's
/// folder.
/// References of messages are text that only it can read.
/// </summary>
internal abstract class MessengerCalls
{
    /// <summary>How many messages a second it takes from one bot.</summary>
    public abstract Pace Pace { get; }

    /// <summary>Asked for by the messenger: no call begins before it ends.</summary>
    internal SharedPause Pause { get; } = new();

    /// <param name="chat">Where to.</param>
    /// <param name="screen">What it says.</param>
    /// <param name="plain">Without markup, after that was refused.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The reference of the new message.</returns>
    public abstract Task<string> Send(ChatId chat, Screen screen, bool plain, CancellationToken cancel);

    /// <summary>A new message with the bytes of a file of which it has no reference, or refuses the one it has.</summary>
    /// <returns>The message's reference, and the file's; the second is null where the messenger does not say.</returns>
    public abstract Task<(string Message, string? File)> Upload(
        ChatId chat, Screen screen, KeptFile file, byte[] content, bool plain, CancellationToken cancel);

    /// <summary>Whether a text can be the reference of one of its files.</summary>
    public abstract bool IsFile(string reference);

    /// <summary>Writes over a message that <see cref="IsReference"/> knows.</summary>
    public abstract Task Edit(ChatId chat, string message, Screen screen, bool plain, CancellationToken cancel);

    /// <summary>Takes a message that <see cref="IsReference"/> knows out of its chat; that it is gone already is as wanted.</summary>
    public abstract Task Delete(ChatId chat, string message, CancellationToken cancel);

    /// <summary>Stops the spinner of a press.</summary>
    public abstract Task Answer(string press, string? text, bool alert, CancellationToken cancel);

    /// <summary>Shows these commands in the menu of one chat.</summary>
    public abstract Task ShowCommands(ChatId chat, CommandList list, CancellationToken cancel);

    /// <summary>Whether a text can be the reference of one of its messages.</summary>
    public abstract bool IsReference(string message);

    /// <summary>Whether one message of a chat stands below another; false also where that cannot be told.</summary>
    public abstract bool IsBelow(string message, string other);

    /// <returns>Null: not a failure of a call.</returns>
    public abstract CallFault? FaultOf(Exception failure);
}
