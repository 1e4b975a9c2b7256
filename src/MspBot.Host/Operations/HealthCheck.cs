namespace MspBot.Host.Operations;

/// <summary><c>MspBot.Host health</c>: asks a running instance; exit code 0 when it is healthy. For containers without curl.</summary>
internal static class HealthCheck
{
    internal static async Task<int> Ask()
    {
        var configured = Environment.GetEnvironmentVariable("ASPNETCORE_URLS")?.Split(';')[0] ?? "http://127.0.0.1:8080";
        var url = configured.Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
            using var answer = await http.GetAsync(new Uri(new Uri(url), "health"));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{url} does not answer: {e.Message}");
            return 1;
        }
    }
}
