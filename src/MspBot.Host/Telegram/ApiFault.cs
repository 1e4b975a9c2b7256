using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>What Telegram's refusals mean for us.</summary>
internal enum ApiFault
{
    /// <summary>The message is already as we want it.</summary>
    AsWanted,

    /// <summary>Too many requests: as long as it says, everybody.</summary>
    Wait,

    /// <summary>The message to change is gone or is not ours to change.</summary>
    CannotEdit,

    /// <summary>Our HTML was refused.</summary>
    Markup,

    /// <summary>Blocked, deleted, never started.</summary>
    Unreachable,

    /// <summary>Telegram's own trouble.</summary>
    Transient,

    Other,
}

/// <summary>Tells them apart by Telegram's own words (Bot API server, Client.cpp).</summary>
internal static class ApiFaults
{
    internal static ApiFault Of(ApiRequestException e) => e.ErrorCode switch
    {
        429 => ApiFault.Wait,
        403 => ApiFault.Unreachable,
        >= 500 => ApiFault.Transient,
        400 when Says(e, "message is not modified") => ApiFault.AsWanted,
        400 when Says(e, "message to edit not found") || Says(e, "message can't be edited") || Says(e, "there is no text in the message to edit") => ApiFault.CannotEdit,
        400 when Says(e, "can't parse entities") => ApiFault.Markup,
        400 when Says(e, "chat not found") || Says(e, "PEER_ID_INVALID") => ApiFault.Unreachable,
        _ => ApiFault.Other,
    };

    private static bool Says(ApiRequestException e, string text) => e.Message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
