using Microsoft.Extensions.Configuration;
using MspBot.Host;
using MspBot.Host.Configuration;
using Xunit;

namespace MspBot.Tests;

/// <summary>Each wrong value is answered with one line that names the key, what it was and what it should be.</summary>
public sealed class SettingsTests
{
    private const string Token = "123456789:AAE-a_token_of_the_right_shape";

    [Theory]
    [InlineData("Telegram:Token", null, "Telegram__Token is not set: it should be the token that @BotFather gave you")]
    [InlineData("Telegram:Token", "  ", "Telegram__Token is not set")]
    [InlineData("Telegram:BaseUrl", "api.example.org", "Telegram__BaseUrl is \"api.example.org\": it should be https://host")]
    [InlineData("Telegram:BaseUrl", "ftp://api.example.org", "Telegram__BaseUrl is \"ftp://api.example.org\": it should be")]
    [InlineData("Telegram:Webhook:Url", "http://bot.example.org/telegram",
        "Telegram__Webhook__Url is \"http://bot.example.org/telegram\": it should begin with https://")]
    [InlineData("Telegram:Webhook:Url", "https://bot.example.org/",
        "Telegram__Webhook__Url is \"https://bot.example.org/\": it should have a path of its own")]
    [InlineData("Telegram:Webhook:Url", "https://bot.example.org/health", "it should have a path of its own")]
    [InlineData("Telegram:Webhook:Url", "https://bot.example.org/telegram",
        "Telegram__Webhook__Secret is not set: with a webhook it should be 16 to 256")]
    [InlineData("Msp:TimeZone", "Europe/Sosnovo", "Msp__TimeZone is \"Europe/Sosnovo\": it should be a time zone such as Europe/Moscow")]
    [InlineData("Msp:QuietHours", "вечером", "Msp__QuietHours is \"вечером\": it should be two times of the day such as 20:00-08:00")]
    [InlineData("Msp:QuietHours", "20:00-25:00", "Msp__QuietHours is \"20:00-25:00\": it should be")]
    [InlineData("Consultations:Unanswered", "4,24,48", "Consultations__Unanswered is \"4,24,48\": it should be three times")]
    [InlineData("Consultations:Unanswered", "04:00:00,48:00:00,24:00:00",
        "it should be three times, hours:minutes:seconds, none shorter than the one before")]
    [InlineData("Consultations:Unanswered", "00:00:00,24:00:00,48:00:00", "it should be three times")]
    [InlineData("Digest:Weekly", "по понедельникам", "Digest__Weekly is \"по понедельникам\": it should be a Quartz cron expression")]
    [InlineData("Digest:Monthly", "0 0 8 32 * ?", "Digest__Monthly is \"0 0 8 32 * ?\": it should be a Quartz cron expression")]
    [InlineData("Msp:HeadTelegramId", "@head", "Msp__HeadTelegramId is \"@head\": it should be the number of a Telegram account")]
    [InlineData("Msp:HeadTelegramId", "0", "Msp__HeadTelegramId is \"0\": it should be")]
    [InlineData("Msp:HeadTelegramId", "-5", "Msp__HeadTelegramId is \"-5\": it should be")]
    public void A_wrong_value_is_named_with_what_it_should_be(string key, string? value, string says)
    {
        var refusal = Assert.Throws<SettingException>(() => Read((key, value)));
        Assert.Contains(says, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("Telegram:Token", "a-token-that-is-wrong", "Telegram__Token is wrong")]
    [InlineData("Telegram:Webhook:Secret", "too-short", "Telegram__Webhook__Secret is wrong")]
    [InlineData("Telegram:Webhook:Secret", "длинный-и-по-русски-да", "Telegram__Webhook__Secret is wrong")]
    [InlineData("ConnectionStrings:Msp", "Password=very-secret", "ConnectionStrings__Msp is wrong")]
    [InlineData("ConnectionStrings:Msp", "Nonsense=very-secret", "ConnectionStrings__Msp is wrong")]
    public void A_wrong_secret_is_named_and_not_shown(string key, string value, string says)
    {
        var refusal = Assert.Throws<SettingException>(() => Read((key, value)));
        Assert.Contains(says, refusal.Message);
        Assert.DoesNotContain(value, refusal.Message);
        Assert.DoesNotContain("very-secret", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void With_a_token_alone_everything_else_has_its_default()
    {
        var settings = Read();
        Assert.Equal("Europe/Moscow", settings.Site.Zone.Zone.Id);
        Assert.Null(settings.Site.ConnectionString);
        Assert.Null(settings.Site.Head);
        Assert.Null(settings.Telegram.WebhookUrl);
        Assert.Equal("data", Path.GetFileName(settings.Site.DataFolder));
    }

    private static Settings Read(params (string Key, string? Value)[] values)
    {
        var all = new Dictionary<string, string?> { ["Telegram:Token"] = Token };
        foreach (var (key, value) in values) all[key] = value;
        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
