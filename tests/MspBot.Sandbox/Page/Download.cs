using System.Net.Mime;

namespace MspBot.Sandbox.Page;

/// <summary>
/// Files of chats. Pictures may be shown, everything else is only saved: a page in a file must not run as a part of ours.
/// </summary>
internal static class Download
{
    private static readonly HashSet<string> Shown = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    internal static async Task Serve(HttpContext context, BotApi api, string id)
    {
        var file = api.Files.Find(id) ?? throw new PageRefusal(404, "Этого файла больше нет");
        var shows = Shown.Contains(file.MimeType) && !context.Request.Query.ContainsKey("save");
        var response = context.Response;
        response.ContentType = shows ? file.MimeType : file.MimeType.StartsWith("text/calendar", StringComparison.Ordinal)
            ? "text/calendar" : MediaTypeNames.Application.Octet;
        response.Headers.ContentDisposition = $"{(shows ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        response.ContentLength = file.Bytes.Length;
        await response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
