using System.Text.RegularExpressions;

namespace MspBot.Tests.Architecture;

/// <summary>What the rest of the program may say and know of a messenger.</summary>
static partial class MessengerRules
{
    // What is kept of a person has the messenger's own number in it.
    static readonly string[] TextsAboutIt =
        ["src/MspBot.Host/People/Profile/ProfileTexts.cs", "src/MspBot.Host/People/Registration/WelcomeTexts.cs"];

    // Each messenger sends by itself and at its own pace.
    static readonly string[] MayAsk =
        ["src/MspBot.Domain/ChatId.cs", "src/MspBot.Host/Messaging/", "src/MspBot.Data/Conversations/Pace.cs",
            "src/MspBot.Data/Conversations/OutboxStore.cs"];

    public static IEnumerable<string> Violations(Source source)
    {
        if (!source.Path.StartsWith("src/", StringComparison.Ordinal)
            || source.Path.StartsWith("src/MspBot.Host/Telegram/", StringComparison.Ordinal))
            yield break;

        if (Link().IsMatch(source.Text))
            yield return $"{source.Path}: only Host/Telegram makes links to Telegram";
        if (source.Path.EndsWith("Texts.cs", StringComparison.Ordinal) && !TextsAboutIt.Contains(source.Path)
            && Name().IsMatch(source.Text))
            yield return $"{source.Path}: a text that names a messenger";
        if (!MayAsk.Any(source.Path.StartsWith) && Inside().IsMatch(source.Text))
            yield return $"{source.Path}: asks which messenger a chat is of";
    }

    [GeneratedRegex(@"\bt\.me\b|\bmax\.ru\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex("telegram|телеграм", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"\bMessengerKind\b|1L? << 60")]
    private static partial Regex Inside();
}
