using Microsoft.Extensions.Time.Testing;
using MspBot.Domain.Clock;
using MspBot.Host.Configuration;
using MspBot.Host.Operations;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

public sealed class DigestCommandLineTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("--week", "2026-W47", "Неделя 16–22 ноября 2026", 2)]
    [InlineData("--month", "2026-10", "Октябрь 2026", 3)]
    public async Task A_digest_is_printed_and_written_and_nothing_is_stored(string which, string period, string title, int files)
    {
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString,
            DistrictPast.Make(new(16, 160, 5, 30, 70, 1_000, 400), Now,
                new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))));
        var folder = await TestFolder.NewAsync("d");
        var output = new StringWriter();
        var code = await DigestCommandLine.Run(
            [which, period, $"--out={folder}", $"--ConnectionStrings:Msp={database.ConnectionString}", $"--Data:Folder={folder}"], output,
            new FakeTimeProvider(Now));
        Assert.Equal(0, code);
        var said = output.ToString();
        Assert.StartsWith($"📊 {title}\n", said.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Мероприятий: ", said, StringComparison.Ordinal);
        var written = Directory.GetFiles(folder, $"*{period}*");
        Assert.Equal(files, written.Length);
        Assert.All(written, file => Assert.True(new FileInfo(file).Length > 3_000, file));
        if (Environment.GetEnvironmentVariable("MSPBOT_PICTURES") is { } keep)
        {
            foreach (var file in written) File.Copy(file, Path.Combine(keep, Path.GetFileName(file)), overwrite: true);
            await File.WriteAllTextAsync(Path.Combine(keep, $"{period}.txt"), said);
        }
        TestFolder.Remove(folder);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_that_cannot_be_written_is_refused_with_one_line_after_the_digest_is_printed(bool named)
    {
        await using var database = await cluster.CreateAsync();
        var folder = await TestFolder.NewAsync("d");
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        if (!named) file = "";
        var output = new StringWriter();
        var refusal = await Assert.ThrowsAsync<SettingException>(() => DigestCommandLine.Run(
            ["--week=2026-W47", $"--out={file}", $"--ConnectionStrings:Msp={database.ConnectionString}", $"--Data:Folder={folder}"], output,
            new FakeTimeProvider(Now)));
        Assert.StartsWith("--out is ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Contains("За это время ничего не происходило.", output.ToString(), StringComparison.Ordinal);
        TestFolder.Remove(folder);
    }

    [Theory]
    [InlineData("--week=2026-W54", "it should be a week such as 2026-W47")]
    [InlineData("--week=47", "it should be a week such as 2026-W47")]
    [InlineData("--month=2026-13", "it should be a month such as 2026-11")]
    [InlineData("--out=x", "say which")]
    public async Task A_period_that_is_none_is_refused_with_one_line(string arg, string says)
    {
        var refusal = await Assert.ThrowsAsync<SettingException>(() => DigestCommandLine.Run([arg], TextWriter.Null, TimeProvider.System));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
