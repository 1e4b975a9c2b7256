using System.Text;
using System.Text.Json;
using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Messaging;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using ChatId = MspBot.Domain.ChatId;

namespace MspBot.Host.Telegram;

/// <summary>A screen as calls of the Bot API.</summary>
internal sealed class TelegramCalls(ITelegramBotClient bot) : MessengerCalls
{
    /// <summary>In bytes; a larger one is taken as a document only.</summary>
    private const int LargestPicture = 10 << 20;

    /// <summary>A little under Telegram's 30 a second, so that a clock that is off does no harm.</summary>
    public override Pace Pace { get; } = new(MessengerKind.Telegram, 29);

    /// <summary>A new message; with a file it is a document or a picture whose caption is the text.</summary>
    public override async Task<string> Send(ChatId chat, Screen screen, bool plain, CancellationToken cancel)
    {
        if (screen.File is { } file) return await SendFile(chat, screen, file, plain, cancel);
        if (screen.Kept is { } kept && FileReference.Read(kept.Reference) is { } own)
            return await SendKept(chat, screen, own, plain, cancel);
        var sent = await bot.SendRequest(new RawRequest<SentMessage>("sendMessage", json =>
        {
            json.WriteNumber("chat_id", chat.Number);
            WriteScreen(json, screen, plain);
        }), cancel);
        return MessageNumber.Text(sent.MessageId);
    }

    /// <summary>A picture is shown at once, anything else is a document to open.</summary>
    private async Task<string> SendFile(ChatId chat, Screen screen, Attachment file, bool plain, CancellationToken cancel)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var call = Uploading(chat, screen, InputFile.FromStream(content, file.Name), file.IsPicture, plain);
        return MessageNumber.Text((await bot.SendRequest(new NumberOnly(call), cancel)).MessageId);
    }

    /// <summary>As what it was before, a picture or a document; a video and a sound are documents too.</summary>
    public override async Task<(string Message, string? File)> Upload(
        ChatId chat, Screen screen, KeptFile file, byte[] content, bool plain, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content, writable: false);
        var isPicture = FileReference.Read(file.Reference) is { Kind: FileKind.Photo } && content.Length <= LargestPicture;
        var sent = await bot.SendRequest(
            new FileOnly(Uploading(chat, screen, InputFile.FromStream(stream, file.Name), isPicture, plain)), cancel);
        return (MessageNumber.Text(sent.MessageId), sent.Reference?.ToString());
    }

    public override bool IsFile(string reference) => FileReference.Read(reference) is not null;

    private static IRequest Uploading(ChatId chat, Screen screen, InputFile file, bool isPicture, bool plain)
    {
        var caption = plain ? PlainText(screen.Text) : screen.Text.ToString();
        var mode = plain ? default : ParseMode.Html;
        var buttons = screen.Rows.Count == 0 ? null : new InlineKeyboardMarkup(screen.Rows.Select(r => r.Select(ToTelegram)));
        return isPicture
            ? new SendPhotoRequest { ChatId = chat.Number, Photo = file, Caption = caption, ParseMode = mode, ReplyMarkup = buttons }
            : new SendDocumentRequest { ChatId = chat.Number, Document = file, Caption = caption, ParseMode = mode, ReplyMarkup = buttons };
    }

    private async Task<string> SendKept(ChatId chat, Screen screen, FileReference file, bool plain, CancellationToken cancel)
    {
        var kind = file.Kind.ToString();
        var sent = await bot.SendRequest(new RawRequest<SentMessage>($"send{kind}", json =>
        {
            json.WriteNumber("chat_id", chat.Number);
            json.WriteString(kind.ToLowerInvariant(), file.Id);
            WriteCaption(json, screen, plain);
        }), cancel);
        return MessageNumber.Text(sent.MessageId);
    }

    /// <summary>A message with a file keeps it: its caption is written over.</summary>
    public override Task Edit(ChatId chat, string message, Screen screen, bool plain, CancellationToken cancel)
    {
        var hasFile = screen.File is not null || screen.ToMake is not null || screen.Kept is not null;
        return bot.SendRequest(new RawRequest<SentMessage>(hasFile ? "editMessageCaption" : "editMessageText", json =>
        {
            json.WriteNumber("chat_id", chat.Number);
            json.WriteNumber("message_id", MessageNumber.Read(message)!.Value);
            if (hasFile) WriteCaption(json, screen, plain);
            else WriteScreen(json, screen, plain);
        }), cancel);
    }

    public override Task Delete(ChatId chat, string message, CancellationToken cancel) =>
        bot.SendRequest(new RawRequest<bool>("deleteMessage", json =>
        {
            json.WriteNumber("chat_id", chat.Number);
            json.WriteNumber("message_id", MessageNumber.Read(message)!.Value);
        }), cancel);

    public override Task Answer(string press, string? text, bool alert, CancellationToken cancel) =>
        bot.SendRequest(new RawRequest<bool>("answerCallbackQuery", json =>
        {
            json.WriteString("callback_query_id", press);
            if (text is not null) json.WriteString("text", Ellipsis.Cut(text, 200));
            if (alert) json.WriteBoolean("show_alert", true);
        }), cancel);

    public override Task ShowCommands(ChatId chat, CommandList list, CancellationToken cancel) => bot.SetMyCommands(
        list.Commands.Select(c => new BotCommand(c.Name, c.Description)),
        new BotCommandScopeChat { ChatId = chat.Number }, cancellationToken: cancel);

    public override bool IsReference(string message) => MessageNumber.Read(message) is not null;

    public override bool IsBelow(string message, string other) => MessageNumber.IsBelow(message, other);

    public override CallFault? FaultOf(Exception failure) => ApiFaults.Of(failure);

    private static void WriteCaption(Utf8JsonWriter json, Screen screen, bool plain)
    {
        json.WriteString("caption", plain ? PlainText(screen.Text) : screen.Text.ToString());
        if (!plain) json.WriteString("parse_mode", "HTML");
        WriteButtons(json, screen);
    }

    private static void WriteScreen(Utf8JsonWriter json, Screen screen, bool plain)
    {
        json.WriteString("text", plain ? PlainText(screen.Text) : screen.Text.ToString());
        if (!plain) json.WriteString("parse_mode", "HTML");
        json.WriteStartObject("link_preview_options");
        json.WriteBoolean("is_disabled", true);
        json.WriteEndObject();
        WriteButtons(json, screen);
    }

    private static void WriteButtons(Utf8JsonWriter json, Screen screen)
    {
        if (screen.Rows.Count == 0) return;
        json.WriteStartObject("reply_markup");
        json.WriteStartArray("inline_keyboard");
        foreach (var row in screen.Rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                WriteButton(json, button);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, Button button)
    {
        json.WriteStartObject();
        json.WriteString("text", button.Label);
        if (button.Data is not null) json.WriteString("callback_data", button.Data);
        if (Url(button) is { } url) json.WriteString("url", url);
        if (button.Copied is { } copied)
        {
            json.WriteStartObject("copy_text");
            json.WriteString("text", copied);
            json.WriteEndObject();
        }
        if (Style(button.Style) is { } style) json.WriteString("style", style);
        json.WriteEndObject();
    }

    private static InlineKeyboardButton ToTelegram(Button button) => new(button.Label)
    {
        CallbackData = button.Data,
        Url = Url(button),
        CopyText = button.Copied is { } copied ? new CopyTextButton { Text = copied } : null,
        Style = button.Style switch
        {
            ButtonStyle.Main => KeyboardButtonStyle.Success,
            ButtonStyle.Danger => KeyboardButtonStyle.Danger,
            ButtonStyle.Plain => null,
        },
    };

    private static string? Style(ButtonStyle style) => style switch
    {
        ButtonStyle.Main => "success",
        ButtonStyle.Danger => "danger",
        ButtonStyle.Plain => null,
    };

    private static string? Url(Button button) => button.Shared is { } shared
        ? TelegramLinks.Share(shared.Url, shared.Text)
        : button.Url;

    /// <summary>Without tags, should Telegram refuse our markup: the words are what matters.</summary>
    private static string PlainText(Html html)
    {
        var text = new StringBuilder();
        var inside = false;
        foreach (var c in html.ToString())
        {
            if (c == '<') inside = true;
            else if (c == '>' && inside) inside = false;
            else if (!inside) text.Append(c);
        }
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }
}
