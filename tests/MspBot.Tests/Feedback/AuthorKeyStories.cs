using MspBot.Host.Configuration;
using MspBot.Host.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Feedback that was filed under one key is never read with another in silence.</summary>
public sealed class AuthorKeyStories(TestCluster cluster)
{
    [Fact]
    public async Task A_missing_or_another_key_stops_the_start_until_it_is_back_or_given_up_by_name()
    {
        await using var world = await World.Open(cluster);
        var id = await Filed(world);
        await world.Files(FeedbackCast.Seminar(id), 1, "55", "Слова, которые ждут");
        await world.StopBot();
        var elsewhere = await TestFolder.NewAsync();

        var missing = await Assert.ThrowsAsync<SettingException>(() => world.StartBot(("Data:Folder", elsewhere)));
        Assert.StartsWith(Path.Combine(elsewhere, AuthorKeyFile.Name) + " is missing", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', missing.Message);
        Assert.Empty(Directory.GetFiles(elsewhere));
        var another = ("Feedback:Key", Convert.ToBase64String(new byte[32]));
        var other = await Assert.ThrowsAsync<SettingException>(() => world.StartBot(another));
        Assert.StartsWith("Feedback__Key is another key", other.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SettingException>(() => world.StartBot(another, ("Feedback:ForgetKey", "yes")));

        await world.StartBot();
        Assert.Single(await world.Answers());
        await world.StopBot();
        var name = (await world.Sql<string>("select encode(fingerprint, 'hex') from feedback_key"))![..8];
        Assert.Contains($"{AuthorKeyCheck.Setting}={name}", other.Message, StringComparison.Ordinal);
        await world.StartBot(another, ("Feedback:ForgetKey", name));
        Assert.Empty(await world.Answers());
        Assert.Equal(3, await world.Sql<int>("select count(*) from feedback"));
        // The setting that was left behind gives up no other key.
        await world.StopBot();
        await Assert.ThrowsAsync<SettingException>(() => world.StartBot(("Feedback:ForgetKey", name)));
        await world.StartBot(another);
        TestFolder.Remove(elsewhere);
    }

    [Fact]
    public async Task Where_no_fingerprint_was_noted_yet_the_key_proves_itself_by_an_author_it_finds()
    {
        await using var world = await World.Open(cluster);
        await Filed(world);
        await world.StopBot();
        // As in a copy made before there were fingerprints.
        await world.Sql<int>("delete from feedback_key");

        var another = ("Feedback:Key", Convert.ToBase64String(new byte[32]));
        var refused = await Assert.ThrowsAsync<SettingException>(() => world.StartBot(another));
        Assert.StartsWith("Feedback__Key is another key", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{AuthorKeyCheck.Setting}=unknown", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from feedback_key"));

        await world.StartBot();
        Assert.Equal(1, await world.Sql<int>("select count(*) from feedback_key"));
        await world.StopBot();
        await world.Sql<int>("delete from feedback_key");
        await world.StartBot(another, ("Feedback:ForgetKey", "unknown"));
        Assert.Equal(3, await world.Sql<int>("select count(*) from feedback"));
    }

    [Fact]
    public async Task Without_a_fingerprint_what_waits_in_the_box_proves_the_key_as_well()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(1);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1);
        await world.Files(FeedbackCast.Seminar(id), 1, "55");
        await world.StopBot();
        await world.Sql<int>("delete from feedback_key");

        await Assert.ThrowsAsync<SettingException>(() => world.StartBot(("Feedback:Key", Convert.ToBase64String(new byte[32]))));
        await world.StartBot();
        Assert.Single(await world.Answers());
    }

    [Fact]
    public async Task Without_a_fingerprint_and_without_anybody_who_could_have_filed_the_key_is_taken()
    {
        await using var world = await World.Open(cluster);
        await Filed(world);
        await world.StopBot();
        await world.Sql<int>("delete from feedback_key; delete from sign_up");

        await world.StartBot(("Feedback:Key", Convert.ToBase64String(new byte[32])));
        Assert.Equal(1, await world.Sql<int>("select count(*) from feedback_key"));
    }

    [Fact]
    public async Task Without_feedback_any_key_is_taken()
    {
        await using var world = await World.Open(cluster);
        await world.StopBot();
        await world.StartBot(("Feedback:Key", Convert.ToBase64String(new byte[32])));
        await world.RestartBot();
    }

    /// <summary>A seminar about which three have filed.</summary>
    private static async Task<long> Filed(World world)
    {
        await SeminarCast.Head(world);
        await world.Teachers(3);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        return id;
    }
}
