namespace MspBot.Host.Conversations.Screens;

/// <summary>A file that is made when its message is sent: by whom, and of what.</summary>
public sealed record FileToMake(string Maker, string Of);

/// <summary>
/// Makes files that messages name (<see cref="Screen.ToMake"/>), so that no turn and no transaction waits while they are drawn. Registered
/// with AddFileMaker.
/// </summary>
public abstract class FileMaker
{
    /// <summary>Stable: messages that wait carry it.</summary>
    public abstract string Key { get; }

    /// <summary>
    /// May run again for the same message: after a restart, or when it was put back. Null: there is nothing left to make.
    /// </summary>
    /// <param name="of">What the message says that it is made of.</param>
    public abstract Task<Attachment?> Make(string of);

    /// <summary>Whether its message is worth sending without the file, should it fail to be made.</summary>
    public virtual bool IsExtra => false;
}
