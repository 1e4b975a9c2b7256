using MspBot.Domain.Files;
using Xunit;

namespace MspBot.Tests.Files;

public sealed class FileRuleTests
{
    private static readonly FileRule Rule = new(["docx", "pdf", "jpg"], FileRule.MostBytes);

    [Theory]
    [InlineData("План.DOCX", null, 100L, null)]
    [InlineData("фото.jpeg", null, 100L, null)]
    [InlineData(null, "image/jpeg", 100L, null)]
    [InlineData("план", "application/pdf", 100L, null)]
    [InlineData("план.pdf", null, FileRule.MostBytes, null)]
    [InlineData("план.pdf", null, null, null)]
    [InlineData("план.pdf", null, FileRule.MostBytes + 1, FileRefusal.TooBig)]
    [InlineData("план.pdf", null, 0L, FileRefusal.Empty)]
    [InlineData("план.pdf.exe", "application/pdf", 100L, FileRefusal.WrongKind)]
    [InlineData("план.xls", null, 100L, FileRefusal.WrongKind)]
    [InlineData("план", null, 100L, FileRefusal.WrongKind)]
    [InlineData(null, null, null, FileRefusal.WrongKind)]
    [InlineData(null, "video/mp4", 100L, FileRefusal.WrongKind)]
    public void A_file_is_taken_by_its_kind_and_size(string? name, string? mediaType, long? size, FileRefusal? refusal) =>
        Assert.Equal(refusal, Rule.Check(name, mediaType, size));

    [Fact]
    public void A_file_is_tried_with_growing_pauses_and_given_up_after_two_hours()
    {
        var pauses = Enumerable.Range(1, FetchRetries.Tries).Select(FetchRetries.PauseAfter).ToList();

        Assert.Null(pauses[^1]);
        Assert.Equal([1, 2, 4, 8, 16, 32], pauses.SkipLast(1).Select(p => p!.Value.TotalMinutes));
    }
}
