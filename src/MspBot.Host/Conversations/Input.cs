using System.Text.Json.Serialization;

namespace MspBot.Host.Conversations;

/// <summary>What a person did, free of the messenger's types. Stored in the inbox until it is handled.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Typed), "typed")]
[JsonDerivedType(typeof(Pressed), "pressed")]
[JsonDerivedType(typeof(Edited), "edited")]
[JsonDerivedType(typeof(Sent), "sent")]
[JsonDerivedType(typeof(Blocked), "blocked")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(InGroup), "group")]
public abstract record Input
{
    /// <summary>A message of plain text; a command if it starts with a slash.</summary>
    public sealed record Typed(string Text) : Input;

    /// <summary>
    /// A press on a button of the message <paramref name="Message"/>, null where that is not known; <paramref name="Press"/> is what must
    /// be answered.
    /// </summary>
    public sealed record Pressed(string Data, [property: JsonConverter(typeof(MessageReference))] string? Message, string Press) : Input;

    /// <summary>An earlier message was changed.</summary>
    public sealed record Edited : Input;

    /// <summary>
    /// Something that is not text. The parts of one album share <paramref name="Album"/>; <paramref name="File"/> is the
    /// messenger's own reference, by which it can be sent on.
    /// </summary>
    public sealed record Sent(SentKind Kind, string? Album = null, string? File = null, string? Name = null) : Input
    {
        /// <summary>In bytes, as the messenger says.</summary>
        public long? Size { get; init; }

        public string? MediaType { get; init; }
    }

    /// <summary>The person stopped the bot: messages no longer reach them.</summary>
    public sealed record Blocked : Input;

    /// <summary>The person let the bot in again.</summary>
    public sealed record Returned : Input;

    /// <summary>Somebody wrote, or added the bot, in a group.</summary>
    public sealed record InGroup : Input;
}

/// <summary>What else people send, where an answer differs by kind.</summary>
public enum SentKind
{
    Picture,
    Voice,
    Sticker,
    File,
    Contact,
    Other,
}
