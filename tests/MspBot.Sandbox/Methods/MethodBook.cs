using System.Collections.Frozen;

namespace MspBot.Sandbox;

internal delegate Answer Handler(BotApi api, Call call);

/// <summary>All methods the sandbox carries out, but getUpdates, which waits.</summary>
internal static class MethodBook
{
    private static readonly FrozenDictionary<string, Handler> Handlers = new Dictionary<string, Handler>
    {
        ["getMe"] = (api, _) => Answer.Ok(api, static (w, x) => w.WriteRawValue(x.MeJson)),
        ["sendMessage"] = Sending.Message,
        ["sendDocument"] = Sending.Document,
        ["sendPhoto"] = Sending.Photo,
        ["sendMediaGroup"] = SendingAlbums.Send,
        ["sendChatAction"] = Sending.ChatAction,
        ["editMessageText"] = Editing.Text,
        ["editMessageCaption"] = Editing.Caption,
        ["editMessageReplyMarkup"] = Editing.ReplyMarkup,
        ["deleteMessage"] = Deleting.One,
        ["deleteMessages"] = Deleting.Many,
        ["answerCallbackQuery"] = Callbacks.Answer,
        ["getFile"] = FileMethods.GetFile,
        ["setMyCommands"] = CommandMethods.Set,
        ["getMyCommands"] = CommandMethods.Get,
        ["deleteMyCommands"] = CommandMethods.Delete,
        ["setMyName"] = ProfileMethods.Setter("name", 64),
        ["getMyName"] = ProfileMethods.Getter("name"),
        ["setMyDescription"] = ProfileMethods.Setter("description", 512),
        ["getMyDescription"] = ProfileMethods.Getter("description"),
        ["setMyShortDescription"] = ProfileMethods.Setter("short_description", 120),
        ["getMyShortDescription"] = ProfileMethods.Getter("short_description"),
        ["setChatMenuButton"] = ProfileMethods.SetMenuButton,
        ["getChatMenuButton"] = ProfileMethods.GetMenuButton,
        ["getChat"] = ProfileMethods.GetChat,
        ["setWebhook"] = WebhookMethods.Set,
        ["deleteWebhook"] = WebhookMethods.Delete,
        ["getWebhookInfo"] = WebhookMethods.Info,
    }.ToFrozenDictionary();

    public static ValueTask<Answer> RunAsync(BotApi api, Call call)
    {
        try
        {
            var name = MethodTable.Spelled(call.Method);
            if (name is null)
            {
                api.Breaches.Add($"unknown method {call.Method}");
                return new(Answer.Refusal(404, "Not Found: method not found"));
            }

            call.Method = name;
            CheckParameters(api, call);
            if (name == "getUpdates") return Polling.GetUpdates(api, call);
            if (Handlers.TryGetValue(name, out var handler)) return new(handler(api, call));
            api.Breaches.Add($"{name} exists, but the sandbox does not support it");
            return new(Answer.Refusal(501, $"Not Implemented: the sandbox does not support {name}"));
        }
        catch (ApiError error)
        {
            return new(Answer.Refusal(error));
        }
    }

    private static void CheckParameters(BotApi api, Call call)
    {
        if (MethodTable.ParametersOf(call.Method) is not { } known) return;
        foreach (var name in call.Values.Keys)
        {
            if (!known.Contains(name)) api.Breaches.Add($"{call.Method} has no parameter {name}");
        }

        foreach (var name in call.Nulls
            ?? []) api.Breaches.Add($"{call.Method}: {name} is null, which the server reads as the text \"null\"");

        foreach (var name in call.Files?.Keys ?? Enumerable.Empty<string>())
        {
            if (!known.Contains(name) && !call.Values.Values.Any(x => x.Contains("attach://" + name, StringComparison.Ordinal)))
            {
                api.Breaches.Add($"{call.Method}: nobody refers to the file part {name}");
            }
        }
    }
}
