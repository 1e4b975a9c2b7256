using System.Text.Json;
using System.Text.RegularExpressions;

namespace MspBot.Sandbox.Tests;

/// <summary>errors.json row by row: code, words and parameters as the real server gives them.</summary>
public sealed class ErrorRows
{
    public static TheoryData<string> Claimed =>
        [.. Rows().Select(x => x.GetProperty("description").GetString()!).Where(ErrorClaims.Claimed.ContainsKey)];

    [Theory]
    [MemberData(nameof(Claimed))]
    public async Task The_server_refuses_in_the_words_of_the_real_one(string description)
    {
        var row = Rows().First(x => x.GetProperty("description").GetString() == description);
        await using var lab = await Lab.OpenAsync(o => o with { LocalMode = !ErrorClaims.NeedsPublicServer(description) });

        var reply = await ErrorClaims.Claimed[description](lab);

        Assert.False(reply.Ok);
        Assert.Equal(row.GetProperty("code").GetInt32(), reply.Status);
        Assert.Equal(reply.Status, reply.Json.GetProperty("error_code").GetInt32());
        Assert.Matches(Pattern(description), reply.Description);
        Assert.Equal(row.TryGetProperty("parameters", out var wanted), reply.Json.TryGetProperty("parameters", out var given));
        if (wanted.ValueKind == JsonValueKind.Object && !wanted.ToString().Contains("\"N\"", StringComparison.Ordinal))
            Assert.True(JsonElement.DeepEquals(wanted, given));
        if (reply.Status == 429) Assert.Equal(given.GetProperty("retry_after").ToString(), reply.RetryAfter);
    }

    [Fact]
    public void Every_row_is_either_claimed_or_named_as_not_claimed()
    {
        var rows = Rows().Select(x => x.GetProperty("description").GetString()!).ToHashSet();
        Assert.Equal(rows.Order(), ErrorClaims.Claimed.Keys.Concat(ErrorClaims.NotClaimed).ToHashSet().Order());
        Assert.Empty(ErrorClaims.Claimed.Keys.Intersect(ErrorClaims.NotClaimed));
    }

    /// <summary>Alternatives stand between slashes, and &lt;…&gt;, N and … stand for anything.</summary>
    private static string Pattern(string description)
    {
        var prefix = description.StartsWith("Bad Request: ", StringComparison.Ordinal) ? "Bad Request: " : "";
        var alternatives = description[prefix.Length..].Split(" / ").Select(x =>
        {
            var escaped = Regex.Replace(Regex.Escape(x), "<[^>]+>", ".+").Replace(@"\.\.\.", ".*", StringComparison.Ordinal);
            return Regex.Replace(escaped, @"\bN\b", @"\d+");
        });
        return $"^{Regex.Escape(prefix)}(?:{string.Join('|', alternatives)})(?:: too many parameters)?$";
    }

    private static List<JsonElement> Rows()
    {
        using var document = HtmlCases.Open("errors.json");
        return [.. document.RootElement.GetProperty("errors").EnumerateArray().Select(x => x.Clone())];
    }
}
