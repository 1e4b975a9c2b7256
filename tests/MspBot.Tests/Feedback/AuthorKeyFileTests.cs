using System.Security.Cryptography;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Configuration;
using MspBot.Host.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>The key is made once, kept to its owner, and never replaced in silence.</summary>
public sealed class AuthorKeyFileTests
{
    [Fact]
    public async Task A_key_is_made_at_the_first_start_for_its_owner_only_and_is_the_same_ever_after()
    {
        var folder = await TestFolder.NewAsync();
        var path = Path.Combine(folder, AuthorKeyFile.Name);

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AuthorKeyFile.Read(null, folder))));

        Assert.Single(keys.Append(AuthorKeyFile.Read(null, folder)).Select(Hash).Distinct());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(folder));
        TestFolder.Remove(folder);
    }

    [Fact]
    public async Task A_configured_key_is_taken_and_no_file_is_made()
    {
        var folder = await TestFolder.NewAsync();
        var bytes = RandomNumberGenerator.GetBytes(32);

        Assert.Equal(Hash(new(bytes)), Hash(AuthorKeyFile.Read(Convert.ToBase64String(bytes), folder)));
        Assert.Empty(Directory.GetFiles(folder));
        TestFolder.Remove(folder);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_wrong_key_stops_the_start_with_one_line_that_does_not_show_it(string value)
    {
        var refusal = Assert.Throws<SettingException>(() => AuthorKeyFile.Read(value, "/nowhere"));
        Assert.StartsWith("Feedback__Key is wrong (", refusal.Message);
        Assert.Contains("32 random bytes in base64", refusal.Message);
        Assert.DoesNotContain(value, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_spoilt_file_is_named_and_left_as_it_is()
    {
        var folder = await TestFolder.NewAsync();
        var path = Path.Combine(folder, AuthorKeyFile.Name);
        await File.WriteAllTextAsync(path, "");

        var refusal = Assert.Throws<SettingException>(() => AuthorKeyFile.Read(null, folder));

        Assert.StartsWith($"{path}: is not a key", refusal.Message);
        Assert.Equal("", await File.ReadAllTextAsync(path));
        TestFolder.Remove(folder);
    }

    private static string Hash(AuthorKey key) => Convert.ToHexString(key.Author(new PersonId(1), new(MeetingKind.Seminar, 1)));
}
