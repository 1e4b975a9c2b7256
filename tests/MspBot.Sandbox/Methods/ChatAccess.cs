namespace MspBot.Sandbox;

/// <summary>May the bot write there? In the order of the real checks.</summary>
internal static class ChatAccess
{
    public static Room Find(BotApi api, Call call)
    {
        var target = call.Text("chat_id");
        if (target.Length == 0) throw ApiError.Bad("chat_id is empty");
        var room = api.FindRoom(Call.Lenient(target)) ?? throw ApiError.Bad("chat not found");
        if (room.Person is { IsSeen: false }) throw ApiError.Bad("chat not found");
        if (room.Person is { IsDeactivated: true }) throw ApiError.Forbidden("user is deactivated");
        if (room.MigratedTo != 0)
        {
            throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = room.MigratedTo };
        }

        if (room.Refusal is { } refusal) throw ApiError.Forbidden(refusal);

        // Nobody here has topics.
        return call.Long("message_thread_id") != 0 ? throw ApiError.Bad("message thread not found") : room;
    }

    /// <summary>Said by the servers behind, after every local check.</summary>
    public static void CheckRemotely(Room room)
    {
        if (room.Person is not { } person) return;
        if (person.IsBot) throw ApiError.Forbidden("the bot can't send messages to the bot");
        if (!person.HasStarted) throw ApiError.Forbidden("bot can't initiate conversation with a user");
        if (person.HasBlocked) throw ApiError.Forbidden("bot was blocked by the user");
    }
}
