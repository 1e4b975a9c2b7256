using System.Net;

namespace MspBot.Sandbox;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo.</summary>
internal static class WebhookMethods
{
    private static readonly int[] Ports = [443, 80, 88, 8443];

    public static Answer Set(BotApi api, Call call)
    {
        if (!call.Has("url")) return Delete(api, call);
        lock (api.Gate)
        {
            var now = api.Wire.GetUtcNow();
            if (now - api.Webhook.LastSetAt < TimeSpan.FromSeconds(1)) throw ApiError.TooMany(1);
            api.Webhook.LastSetAt = now;
            var text = call.Text("url");
            var max = call.Int("max_connections", 40, 1, 100);
            var secret = call.Text("secret_token");
            if (api.Webhook.Settings is { } old && old.Url.OriginalString == text && old.Secret == secret && old.MaxConnections == max
                && !call.Flag("drop_pending_updates"))
            {
                api.Updates.Allow(call);
                return Answer.OkWith("Webhook is already set");
            }

            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            {
                throw ApiError.Bad("invalid webhook URL specified");
            }

            if (secret.Length > 256) throw ApiError.Bad("secret token is too long");
            if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
                throw ApiError.Bad("secret token contains unallowed characters");
            if (!api.Options.LocalMode) CheckPublic(url);
            api.Updates.Allow(call);
            if (call.Flag("drop_pending_updates")) api.Updates.Clear();
            api.Webhook.Set(new WebhookSettings(url, secret, max, call.Text("ip_address")));
            return Answer.OkWith("Webhook was set");
        }
    }

    public static Answer Delete(BotApi api, Call call)
    {
        lock (api.Gate)
        {
            if (call.Flag("drop_pending_updates")) api.Updates.Clear();
            if (!api.Webhook.IsSet) return Answer.OkWith("Webhook is already deleted");
            api.Webhook.Remove();
            return Answer.OkWith("Webhook was deleted");
        }
    }

    public static Answer Info(BotApi api, Call call)
    {
        lock (api.Gate)
        {
            return Answer.Ok(api, static (w, x) =>
            {
                var settings = x.Webhook.Settings;
                w.WriteStartObject();
                w.WriteString("url"u8, settings?.Url.OriginalString ?? "");
                w.WriteBoolean("has_custom_certificate"u8, false);
                w.WriteNumber("pending_update_count"u8, x.Updates.Count);
                if (settings is not null)
                {
                    if (x.Webhook.LastErrorAt is { } at)
                    {
                        w.WriteNumber("last_error_date"u8, at.ToUnixTimeSeconds());
                        w.WriteString("last_error_message"u8, x.Webhook.LastError);
                    }

                    w.WriteNumber("max_connections"u8, settings.MaxConnections);
                    if (settings.IpAddress.Length > 0) w.WriteString("ip_address"u8, settings.IpAddress);
                }

                if (x.Updates.Allowed is { } allowed)
                {
                    w.WriteStartArray("allowed_updates"u8);
                    foreach (var kind in allowed) w.WriteStringValue(kind);
                    w.WriteEndArray();
                }

                w.WriteEndObject();
            });
        }
    }

    private static void CheckPublic(Uri url)
    {
        if (url.Scheme != "https") throw ApiError.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (!Ports.Contains(url.Port)) throw ApiError.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        if (url.HostNameType == UriHostNameType.IPv6) throw ApiError.Bad("bad webhook: IPv6-only addresses are not allowed");
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.Host, out var ip) ? ip : null;
        if (address is not null && IsReserved(address)) throw ApiError.Bad($"bad webhook: IP address {address} is reserved");
        if (address is null && !url.Host.Contains('.', StringComparison.Ordinal))
            throw ApiError.Bad("bad webhook: Failed to resolve host: Name or service not known");
    }

    private static bool IsReserved(IPAddress address)
    {
        var b = address.GetAddressBytes();
        return b[0] is 0 or 10 or 127 or >= 224 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168)
            || (b[0] == 169 && b[1] == 254);
    }
}
