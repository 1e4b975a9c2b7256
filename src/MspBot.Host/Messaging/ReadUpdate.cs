using MspBot.Data.Conversations;

namespace MspBot.Host.Messaging;

/// <summary>What was found in an update.</summary>
/// <param name="Id">Its number, where the messenger gives updates one; null when it has none that can be used.</param>
/// <param name="Kind">The messenger's name for it, «?» when that cannot be logged.</param>
/// <param name="Received">What is stored; null when no answer is expected, or the chat is unknown.</param>
/// <param name="Understood">Whether all that is used of it had a known shape.</param>
internal sealed record ReadUpdate(long? Id, string Kind, Received? Received, bool Understood);
