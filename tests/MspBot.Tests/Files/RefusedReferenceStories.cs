using MspBot.Sandbox;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Files;

/// <summary>A file whose reference the messenger refuses is sent by its bytes, once, and by the new reference after that.</summary>
public sealed class RefusedReferenceStories(TestCluster cluster)
{
    private const string Old = "telegram:Document:BQACAgIAAxOldOldOldOldOldOld";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7))];

    [Fact]
    public async Task The_bytes_are_sent_once_and_the_next_one_goes_by_the_new_reference()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (world.Known(), world.Known(2));
        var file = await Stored(world);

        await Sends(world, 1, file);
        Assert.Equal(Bytes, (await anna.SeesFile("План.pdf")).Bytes.ToArray());
        await Sends(world, 2, file);
        Assert.Equal(Bytes, (await boris.SeesFile("План.pdf")).Bytes.ToArray());

        // By reference and refused, by its bytes, by the new reference.
        Assert.Equal(3, world.Telegram.Journal.Of("sendDocument").Count);
        Assert.StartsWith("telegram:Document:", await world.Sql<string>("select reference from stored_file_reference"),
            StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null or error is not null"));
    }

    [Fact]
    public async Task Many_at_once_upload_it_once()
    {
        await using var world = await World.Open(cluster);
        for (var n = 1; n <= 8; n++) world.Known(n);
        var file = await Stored(world);
        await world.Sql<int>($"insert into outbox (chat_id, payload, priority) select n, {Payload(file)}, 1 from generate_series(1, 8) n");
        await world.Idle();
        Assert.Equal(8, await world.Sql<int>("select count(*) from outbox where message_id is not null and error is null"));
        Assert.Single(world.Telegram.Journal.Of("sendDocument"), c => !c.Parameters.Contains("BQAC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_new_reference_may_be_refused_in_its_turn()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        var file = await Stored(world);
        await world.Sql<int>($"insert into stored_file_reference values ({file}, 'Telegram', '{Old}2', {world.Now})");
        await Sends(world, 1, file);
        await anna.SeesFile("План.pdf");
        Assert.NotEqual($"{Old}2", await world.Sql<string>("select reference from stored_file_reference"));
    }

    [Fact]
    public async Task Without_its_bytes_the_person_reads_why_there_is_no_file()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await Sends(world, 1, null);
        await anna.Sees("Файла «План.pdf» больше нет: мессенджер его не отдаёт.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where error is not null"));
    }

    [Fact]
    public async Task Trouble_while_it_is_sent_anew_is_waited_out()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        var file = await Stored(world);
        world.Telegram.Faults.Next("sendDocument", Fault.ServerError);
        world.Telegram.Faults.Next("sendDocument", Fault.TooManyRequests(1));
        await Sends(world, 1, file);
        await anna.SeesFile("План.pdf");
        Assert.Single(anna.Chat, m => m.File is not null);
    }

    [Fact]
    public async Task A_message_with_a_file_is_corrected_in_place()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        var file = await Stored(world);
        await Sends(world, 1, file);
        await anna.SeesFile("План.pdf");
        await world.Sql<int>($"""
            insert into outbox (chat_id, payload, priority, replaces_message)
            select chat_id, {Payload(file).Replace("вот", "вот он", StringComparison.Ordinal)}, 1, message_id from outbox
            """);
        await world.Idle();
        Assert.Contains("вот он", Assert.Single(anna.Chat).Text, StringComparison.Ordinal);
        Assert.Single(world.Calls("editMessageCaption"));
        Assert.Empty(world.Telegram.Violations);
    }

    private static async Task Sends(World world, long chat, long? file)
    {
        await world.Sql<int>($"insert into outbox (chat_id, payload, priority) values ({chat}, {Payload(file)}, 1)");
        await world.Idle();
    }

    private static string Payload(long? file)
    {
        var stored = file is null ? "" : $",\"stored\":{file}";
        return $$"""'{"text":"вот","rows":[],"kept":{"reference":"{{Old}}","name":"План.pdf"{{stored}} } }'""";
    }

    private static Task<long> Stored(World world) => world.Sql<long>($"""
        insert into stored_file (reference, name, most_bytes, next_try_at, created_at, state, content, sha256, stored_at)
        select '{Old}', 'План.pdf', 100000, {world.Now}, {world.Now}, 'Stored', b, sha256(b), {world.Now}
        from (select '\x{Convert.ToHexString(Bytes)}'::bytea as b) t returning id
        """);
}
