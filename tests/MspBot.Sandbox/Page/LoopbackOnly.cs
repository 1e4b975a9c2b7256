using System.Net;

namespace MspBot.Sandbox.Page;

/// <summary>
/// The page is for this machine alone. A foreign site that is open in the same browser can send requests here too:
/// by a name that it has pointed at 127.0.0.1, or across origins. Both are refused.
/// </summary>
internal static class LoopbackOnly
{
    internal static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use(next => context =>
    {
        var request = context.Request;
        if (!IsLoopback(request.Host.Host)) return Refuse(context, "this page is served to this machine only");
        return IsForeign(request) ? Refuse(context, "this page takes no requests from other sites") : next(context);
    });

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsForeign(HttpRequest request)
    {
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        var origin = request.Headers.Origin.ToString();
        if (changes && origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return true;

        // A link from elsewhere may lead to the page itself; nothing else may be asked for from there.
        var from = request.Headers["Sec-Fetch-Site"].ToString();
        return from is "cross-site" or "same-site" && (changes || request.Path != "/" || request.Headers["Sec-Fetch-Mode"] != "navigate");
    }

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why);
    }
}
