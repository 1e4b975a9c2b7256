using MspBot.Host.Messaging;
using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>Tells Telegram's refusals apart by its own words (Bot API server, Client.cpp).</summary>
internal static class ApiFaults
{
    /// <returns>Null: not a failure of a call.</returns>
    internal static CallFault? Of(Exception failure) => failure switch
    {
        ApiRequestException e =>
            new(KindOf(e), e.ErrorCode, e.Message, e.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        RequestException { InnerException: TaskCanceledException } => new(CallFaultKind.NoAnswer, 0, nameof(TaskCanceledException)),
        RequestException or HttpRequestException => new(CallFaultKind.NotReached, 0, (failure.InnerException ?? failure).GetType().Name),
        _ => null,
    };

    private static CallFaultKind KindOf(ApiRequestException e) => e.ErrorCode switch
    {
        429 => CallFaultKind.Wait,
        403 => CallFaultKind.Unreachable,
        >= 500 => CallFaultKind.Transient,
        400 when Says(e, "message is not modified") || Says(e, "message to delete not found") => CallFaultKind.AsWanted,
        400 when Says(e, "message to edit not found") || Says(e, "message can't be edited")
            || Says(e, "there is no text in the message to edit") || Says(e, "there is no caption in the message to edit")
            || Says(e, "message can't be deleted")
            => CallFaultKind.CannotEdit,
        400 when RefusesFile(e) => CallFaultKind.FileRefused,
        400 when Says(e, "can't parse entities") => CallFaultKind.Markup,
        400 when Says(e, "chat not found") || Says(e, "PEER_ID_INVALID") => CallFaultKind.Unreachable,
        _ => CallFaultKind.Refused,
    };

    private static bool RefusesFile(ApiRequestException e) =>
        Says(e, "wrong file identifier") || Says(e, "wrong remote file id") || Says(e, "wrong file_id") || Says(e, "invalid file_id")
        || Says(e, "FILE_REFERENCE_") || Says(e, "file reference") || Says(e, "FILE_ID_INVALID") || Says(e, "type of file mismatch")
        || Says(e, "can't use file of type");

    private static bool Says(ApiRequestException e, string text) => e.Message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
