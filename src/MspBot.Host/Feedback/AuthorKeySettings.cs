using MspBot.Host.Configuration;

namespace MspBot.Host.Feedback;

/// <summary>What is configured about the key of feedback's authors.</summary>
/// <param name="DataFolder">Where the file with the key lives.</param>
/// <param name="Key">The key itself, in place of the file.</param>
/// <param name="Forget">The name of a lost key.</param>
internal sealed record AuthorKeySettings(string DataFolder, string? Key, string? Forget)
{
    internal static AuthorKeySettings Read(SettingReader settings, string dataFolder) =>
        new(dataFolder, settings.Text("Feedback:Key"), settings.Text("Feedback:ForgetKey"));
}
