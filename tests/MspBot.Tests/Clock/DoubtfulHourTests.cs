using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class DoubtfulHourTests
{
    [Theory]
    [InlineData("3", "15:00 03:00")]
    [InlineData("03:30", "15:30 03:30")]
    [InlineData("6", "18:00 06:00")]
    [InlineData("22", "10:00 22:00")]
    [InlineData("23:30", "11:30 23:30")]
    [InlineData("0:15", "12:15 00:15")]
    [InlineData("7", "07:00")]
    [InlineData("15", "15:00")]
    [InlineData("21:45", "21:45")]
    [InlineData("3 дня", "15:00")]
    [InlineData("3 ночи", "03:00")]
    [InlineData("6 утра", "06:00")]
    [InlineData("8 вечера", "20:00")]
    [InlineData("11 вечера", "23:00")]
    [InlineData("12 дня", "12:00")]
    [InlineData("12 ночи", "00:00")]
    [InlineData("12 вечера", "00:00")]
    [InlineData("11 ночи", "23:00")]
    [InlineData("в 2 часа дня", "14:00")]
    public void An_hour_at_which_meetings_are_not_held_may_mean_two(string typed, string meanings)
    {
        var read = Assert.IsType<TypedMoment.Understood>(TypedMomentReader.ReadTime(typed));

        Assert.Equal(meanings, string.Join(' ', DoubtfulHour.Meanings(read.Time!.Value, read.SaysPartOfDay).Select(t => $"{t:HH\\:mm}")));
    }

    [Theory]
    [InlineData(3, 5, "15–17 3–5")]
    [InlineData(9, 3, "9–15 9–3")]
    [InlineData(15, 18, "15–18")]
    [InlineData(18, 24, "18–24")]
    [InlineData(18, 22, "18–10 18–22")]
    [InlineData(22, 23, "10–11 22–23")]
    [InlineData(22, 2, "22–2")]
    public void Hours_from_to_may_mean_the_afternoon_or_the_night(int from, int to, string meanings) =>
        Assert.Equal(meanings, string.Join(' ', DoubtfulHour.Meanings(from * 60, to * 60).Select(m => $"{m.From / 60}–{m.To / 60}")));
}
