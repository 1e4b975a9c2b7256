using System.Text.Json;
using System.Text.Json.Nodes;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Messaging;
using MspBot.Host.Telegram;
using Xunit;

namespace MspBot.Tests.Telegram;

/// <summary>
/// Whatever becomes of any part of an update, it is read without a throw, keeps its number, and what is stored can be read again.
/// </summary>
public sealed class UpdateReaderTests
{
    private static readonly string?[] Instead =
    [
        null, "null", "true", "5", "-1", "1.5", "99999999999999999999", "1e400", "\"\"", "\"text\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"\\ufffe\"", "[]", "[1]", "{}",
        "{\"id\":7}", "{\"\\ud800\":1}", $"{new string('[', 100)}{new string(']', 100)}",
    ];

    [Theory]
    [InlineData(
        """{"update_id":5,"message":{"message_id":7,"date":1,"from":{"id":1,"is_bot":false,"first_name":"A"},"chat":""" +
        """{"id":1,"type":"private"},"text":"a","entities":[{"type":"bold","offset":0,"length":1}]}}""")]
    [InlineData(
        """{"update_id":5,"message":{"message_id":7,"date":1,"chat":""" +
        """{"id":1,"type":"private"},"photo":[{"file_id":"a"},{"file_id":"b","width":1}],"caption":"c","media_group_id":"8"}}""")]
    [InlineData(
        """{"update_id":5,"message":{"message_id":7,"date":1,"chat":{"id":1,"type":"private"},"document":""" +
        """{"file_id":"a","file_name":"b","thumbnail":{"file_id":"c"}}}}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":7,"date":1,"chat":{"id":-9,"type":"group"},"text":"a"}}""")]
    [InlineData("""{"update_id":5,"edited_message":{"message_id":7,"date":1,"edit_date":2,"chat":{"id":1,"type":"private"},"text":"a"}}""")]
    [InlineData(
        """{"update_id":5,"callback_query":{"id":"3","from":{"id":1},"message":""" +
        """{"message_id":7,"date":1,"chat":{"id":1,"type":"private"},"text":"a"},"chat_instance":"x","data":"d"}}""")]
    [InlineData(
        """{"update_id":5,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1},"date":1,"old_chat_member":""" +
        """{"status":"member"},"new_chat_member":{"user":{"id":9},"status":"kicked"}}}""")]
    public void Any_part_may_be_missing_or_be_something_else(string usual)
    {
        Assert.True(Read(usual).Understood);
        foreach (var path in Paths(JsonNode.Parse(usual)!, []))
        {
            foreach (var instead in Instead)
            {
                var odd = Changed(JsonNode.Parse(usual)!, path, instead);
                var read = Read(odd);
                if (path is not ["update_id"]) Assert.True(read.Id == 5, odd);
                if (read.Received is not { } received) continue;
                Assert.True(received.Key == "telegram:5" || path is ["update_id"], odd);
                Assert.NotNull(JsonSerializer.Deserialize(received.Input, DialogJson.Default.Input));
                Assert.DoesNotContain((received.Input + received.Press).AsEnumerable(), c => c is '\0' or '\uFFFE' || char.IsSurrogate(c));
            }
        }
    }

    [Theory]
    [InlineData("""{"update_id":5,"telepathy":{}}""", "telepathy")]
    [InlineData("""{"telepathy":{},"update_id":5}""", "telepathy")]
    [InlineData("""{"update_id":5,"Иванова Мария":{}}""", "?")]
    [InlineData("""{"update_id":5,"\ud800":{}}""", "?")]
    [InlineData("""{"update_id":5}""", "?")]
    public void Of_a_kind_that_is_unknown_the_name_is_known_if_it_is_one(string update, string kind) =>
        Assert.Equal(new ReadUpdate(5, kind, null, false), Read(update));

    [Fact]
    public void Of_a_key_that_takes_part_in_another_only_so_much_is_kept()
    {
        var read =
            Read($$$"""{"update_id":5,"message":{"chat":{"id":1,"type":"private"},"photo":""" +
                $$$"""[{"file_id":"a"}],"media_group_id":"{{{new string('9', 9_000)}}}"}}""");
        Assert.InRange(read.Received!.Input.Length, 1, 200);
    }

    private static ReadUpdate Read(string json)
    {
        using var document = JsonDocument.Parse(json, LenientJson.AnyDepth);
        return UpdateReader.Read(document.RootElement);
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] here) => node switch
    {
        JsonObject of => of.SelectMany(f => Paths(f.Value!, [.. here, f.Key]).Prepend([.. here, f.Key])),
        JsonArray of => of.SelectMany((e, n) => Paths(e!, [.. here, n]).Prepend([.. here, n])),
        _ => [],
    };

    /// <summary>The text in which the node at this path is gone, or is what is written there instead.</summary>
    private static string Changed(JsonNode root, object[] path, string? instead)
    {
        const string mark = "\"@@\"";
        var parent = path[..^1].Aggregate(root, (node, step) => step is string key ? node[key]! : node[(int)step]!);
        if (instead is null && parent is JsonObject of) of.Remove((string)path[^1]);
        else if (instead is null) parent.AsArray().RemoveAt((int)path[^1]);
        else if (parent is JsonObject) parent[(string)path[^1]] = "@@";
        else parent[(int)path[^1]] = "@@";
        return root.ToJsonString().Replace(mark, instead ?? mark, StringComparison.Ordinal);
    }
}
