using MspBot.Host;
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
        await SeminarCast.Head(world);
        await world.Teachers(3);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
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
    public async Task Without_feedback_any_key_is_taken()
    {
        await using var world = await World.Open(cluster);
        await world.StopBot();
        await world.StartBot(("Feedback:Key", Convert.ToBase64String(new byte[32])));
        await world.RestartBot();
    }
}
