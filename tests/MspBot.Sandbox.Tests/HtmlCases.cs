using System.Text.Json;

namespace MspBot.Sandbox.Tests;

/// <summary>What the real parser made of these texts, and ours must.</summary>
public sealed class HtmlCases
{
    public static TheoryData<int, string> Html => Load("html");

    public static TheoryData<int, string> Auto => Load("auto_entities");

    [Theory]
    [MemberData(nameof(Html))]
    public void The_parser_agrees_with_the_real_one(int index, string source)
    {
        var expected = Case("html", index);
        if (expected.TryGetProperty("error", out var error))
        {
            var thrown = Assert.Throws<ApiError>(() => HtmlParser.Parse(source));
            Assert.Equal(error.GetString(), thrown.Message);
            return;
        }

        var (text, entities) = HtmlParser.Parse(source);
        Assert.Equal(expected.GetProperty("text").GetString(), text);
        Assert.Equal(Lines(expected), entities.Select(Line));
    }

    [Theory]
    [MemberData(nameof(Auto))]
    public void Entities_are_found_where_the_real_server_finds_them(int index, string source)
    {
        // Card numbers are of no use to a bot that takes no money.
        var expected = Lines(Case("auto_entities", index)).Where(x => !x.StartsWith("bank_card_number", StringComparison.Ordinal));
        Assert.Equal(expected, AutoEntities.Find(source).Select(Line));
    }

    internal static JsonDocument Open(string name) => JsonDocument.Parse(typeof(HtmlCases).Assembly.GetManifestResourceStream(name)!);

    private static TheoryData<int, string> Load(string part)
    {
        using var document = Open("html-cases.json");
        var data = new TheoryData<int, string>();
        var index = 0;
        foreach (var item in document.RootElement.GetProperty(part).EnumerateArray()) data.Add(index++,
            item.GetProperty("in").GetString()!);
        return data;
    }

    private static JsonElement Case(string part, int index)
    {
        using var document = Open("html-cases.json");
        return document.RootElement.GetProperty(part)[index].Clone();
    }

    private static List<string> Lines(JsonElement expected) =>
        [.. expected.GetProperty("entities").EnumerateArray()
            .Select(e =>
                Line(new TextEntity(e.GetProperty("type").GetString()!, e.GetProperty("offset").GetInt32(),
                    e.GetProperty("length").GetInt32())
        {
            Url = e.TryGetProperty("url", out var url) ? url.GetString() : null,
            UserId = e.TryGetProperty("user_id", out var user) ? user.GetInt64() : 0,
            Language = e.TryGetProperty("language", out var language) ? language.GetString() : null,
            CustomEmojiId = e.TryGetProperty("custom_emoji_id", out var emoji) ? emoji.GetString() : null,
            UnixTime = e.TryGetProperty("unix_time", out var time) ? time.GetInt64() : 0,
        }))];

    private static string Line(TextEntity e) =>
        $"{e.Type} {e.Offset}+{e.Length} {e.Url} {e.UserId} {e.Language} {e.CustomEmojiId} {e.UnixTime}";
}
