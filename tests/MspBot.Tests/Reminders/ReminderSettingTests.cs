using Microsoft.Extensions.Configuration;
using MspBot.Host;
using MspBot.Host.Configuration;
using Xunit;

namespace MspBot.Tests.Reminders;

public sealed class ReminderSettingTests
{
    private static Settings Read(string? before) => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?> { ["Telegram:Token"] = "123456789:AAE", ["Reminders:Before"] = before }).Build());

    [Fact]
    public void A_day_and_an_hour_before_unless_said_otherwise()
    {
        Assert.Equal([TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)], Read(null).Reminders.Before);
        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromMinutes(10)], Read("02:00:00").Reminders.Before);
    }

    [Fact]
    public void A_wrong_value_is_one_line_that_names_the_key_and_says_what_it_should_be()
    {
        var wrong = Assert.Throws<SettingException>(() => Read("1 day"));
        Assert.StartsWith("Reminders__Before is \"1 day\": it should be ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("24:00:00,01:00:00", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }
}
