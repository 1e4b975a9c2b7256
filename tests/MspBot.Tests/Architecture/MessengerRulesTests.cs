using Xunit;

namespace MspBot.Tests.Architecture;

public sealed class MessengerRulesTests
{
    [Fact]
    public void Nothing_outside_a_messengers_folder_makes_its_links_names_it_or_asks_for_it() =>
        Assert.Empty(Source.All().Where(source => source.Project is not null).SelectMany(MessengerRules.Violations));

    [Theory]
    [InlineData("src/MspBot.Host/Digests/CallCard.cs", "\"https://t.me/{bot}\"", "only Host/Telegram makes links")]
    [InlineData("src/MspBot.Data/People/PersonStore.cs", "// T.me", "only Host/Telegram makes links")]
    [InlineData("src/MspBot.Host/Seminars/SeminarTexts.cs", "\"Откройте Телеграм\"", "a text that names a messenger")]
    [InlineData("src/MspBot.Host/Seminars/SeminarTexts.cs", "\"в Telegram\"", "a text that names a messenger")]
    [InlineData("src/MspBot.Host/Conversations/Turn.cs", "chat.Messenger == MessengerKind.Max", "asks which messenger")]
    public void A_planted_violation_is_found(string path, string text, string finding) =>
        Assert.Contains(finding, Assert.Single(MessengerRules.Violations(new(path, text))), StringComparison.Ordinal);

    [Fact]
    public void A_messengers_folder_may() =>
        Assert.Empty(MessengerRules.Violations(new("src/MspBot.Host/Telegram/TelegramLinks.cs",
            "\"https://t.me/\", MessengerKind.Telegram")));
}
