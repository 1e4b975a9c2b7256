using System.Text.Json;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Telegram;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Telegram;

/// <summary>What a messenger calls its updates, messages and files is text: any text can be in a row, and none breaks anything.</summary>
public sealed class ReferenceTests(TestCluster cluster)
{
    [Theory]
    [InlineData(1, "telegram", 1)]
    [InlineData(-100_123, "telegram", -100_123)]
    [InlineData(4_503_599_627_370_495, "telegram", 4_503_599_627_370_495)]
    [InlineData(501 | 1L << 60, "max", 501)]
    public void A_chat_says_whose_it_is(long stored, string messenger, long number)
    {
        var made = messenger == "max" ? ChatId.OfMax(number) : ChatId.OfTelegram(number);
        Assert.Equal((ChatId.From(stored), number, $"{stored}"), (made, made.Number, made.ToString()));
        Assert.Equal(messenger, made.Messenger.ToString().ToLowerInvariant());
    }

    [Fact]
    public void No_number_is_taken_for_another_messengers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChatId.OfTelegram(1L << 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChatId.OfMax(1L << 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChatId.OfMax(0));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("\"mid.00ff\"", "mid.00ff")]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("null", null)]
    [InlineData("{\"a\":[1]}", null)]
    public void The_message_of_a_stored_press_is_text_whatever_an_earlier_version_wrote(string stored, string? message)
    {
        var input = JsonSerializer.Deserialize($$"""{"is":"pressed","data":"d","message":{{stored}},"press":"p"}""",
            DialogJson.Default.Input);
        Assert.Equal(new Input.Pressed("d", message, "p"), input);
        Assert.Equal(input, JsonSerializer.Deserialize(JsonSerializer.Serialize(input!, DialogJson.Default.Input),
            DialogJson.Default.Input));
    }

    [Theory]
    [InlineData("telegram:Photo:AgAC", "Photo AgAC")]
    [InlineData("Document:BQAC", "Document BQAC")]
    [InlineData("BQAC", "Document BQAC")]
    [InlineData("max:file:token", null)]
    [InlineData("telegram:Sticker:x", null)]
    public void A_kept_file_is_read_with_its_messenger_or_without(string stored, string? read) =>
        Assert.Equal(read, FileReference.Read(stored) is { } file ? $"{file.Kind} {file.Id}" : null);

    [Theory]
    [InlineData("9", "10", false)]
    [InlineData("10", "9", true)]
    [InlineData("mid.2", "1", false)]
    [InlineData("1", "", false)]
    public void Only_numbers_stand_below_one_another(string message, string other, bool below) =>
    Assert.Equal(below, MessageNumber.IsBelow(message, other));

    [Fact]
    public async Task What_is_not_Telegrams_in_a_row_stops_nothing()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Sql<int>("""
            insert into outbox (chat_id, payload, priority, replaces_message) values
                (1, '{"text":"правка новости","rows":[]}', 1, 'mid.00'),
                (1, '{"text":"правка ответа","rows":[[{"label":"Меню","data":"m:menu"}]]}', 0, 'mid.00');
            insert into outbox (chat_id, payload, priority)
                values (1, '{"text":"чужой файл","rows":[],"kept":{"reference":"max:file:t","name":"a.pdf"}}', 1);
            insert into inbox (update_key, chat_id, input, press) values
                ('max:new:mid.01', 1, '{"is":"pressed","data":"m:menu","message":"mid.00","press":"x"}', 'x'),
                    ('', 1, '{"is":"edited"}', null)
            """);
        await anna.Types("/start");
        await world.Idle();
        // Both may have come before she wrote.
        Assert.Equal((1, 1), (anna.Hears("чужой файл"), anna.Hears("правка ответа")));
        Assert.Equal(0, anna.Hears("правка новости"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null or done_at is null"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where error is not null or done_at is null"));
    }
}
