using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>Fetches files from Telegram. Its addresses have the token in them, so no exception goes further than here.</summary>
internal sealed partial class TelegramFiles(ITelegramBotClient bot, ILogger<TelegramFiles> log) : FileFetcher
{
    internal const string Client = "telegram-files";

    /// <summary>20 MB on a slow line.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override async Task<FetchedFile> Fetch(string reference, int mostBytes, CancellationToken cancel)
    {
        if (FileReference.Read(reference) is not { } known) return new FetchedFile.Never();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bound.CancelAfter(Patience);
        try
        {
            var file = await bot.GetFile(known.Id, bound.Token);
            if (file.FileSize > mostBytes) return new FetchedFile.Never();
            if (string.IsNullOrEmpty(file.FilePath)) return new FetchedFile.NotNow();
            using var content = new MemoryStream((int)(file.FileSize ?? 0));
            await bot.DownloadFile(file, content, bound.Token);
            // Without a copy, where the size was as announced.
            return new FetchedFile.Whole(content.Length == content.Capacity ? content.GetBuffer() : content.ToArray());
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400 && !e.Message.Contains("temporarily unavailable", StringComparison.Ordinal))
        {
            LogRefused(e.ErrorCode);
            return new FetchedFile.Never();
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or IOException
            || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            LogFailed(e.GetType().Name, (e as ApiRequestException)?.ErrorCode);
            return new FetchedFile.NotNow();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram will not give a file: {Code}")]
    private partial void LogRefused(int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file could not be fetched: {Fault} {Code}")]
    private partial void LogFailed(string fault, int? code);
}
