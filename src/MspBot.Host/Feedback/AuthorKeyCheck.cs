using MspBot.Data.Feedback;
using MspBot.Domain.Feedback;
using MspBot.Host.Configuration;

namespace MspBot.Host.Feedback;

/// <summary>
/// Refuses to start with a key other than the one under which the stored feedback was filed: with another, everybody could file again.
/// </summary>
internal static partial class AuthorKeyCheck
{
    /// <summary>The setting that starts over after the key was lost. Its value names the lost key, so that it works once.</summary>
    internal const string Setting = "Feedback__ForgetKey";

    /// <exception cref="SettingException">The key is missing, malformed, or another one.</exception>
    internal static async Task<AuthorKey> Read(AuthorKeySettings settings, string connectionString, ILogger log, CancellationToken cancel)
    {
        await using var keys = FeedbackKeys.Open(connectionString);
        var (fingerprint, hasFeedback) = await keys.Read(cancel);
        var name = fingerprint is null ? "unknown" : Convert.ToHexStringLower(fingerprint.AsSpan(0, 4));
        var anew = settings.Forget == name;
        var path = Path.GetFullPath(Path.Combine(settings.DataFolder, AuthorKeyFile.Name));
        // Before one is made in its place.
        if (hasFeedback && !anew && settings.Key is null && !File.Exists(path)) throw Refusal($"{path} is missing", name);

        var key = AuthorKeyFile.Read(settings.Key, settings.DataFolder);
        if (fingerprint is not null && fingerprint.AsSpan().SequenceEqual(key.Fingerprint)) return key;
        if (hasFeedback && !anew)
        {
            // A database of before fingerprints were noted: the key has to prove itself.
            var fits = fingerprint is null ? await keys.Fits(key, cancel) : false;
            if (fits is false) throw Refusal($"{(settings.Key is null ? path : "Feedback__Key")} is another key", name);
            if (fits is null) LogTaken(log);
        }
        await keys.Use(key, anew: hasFeedback && anew, cancel);
        return key;
    }

    private static SettingException Refusal(string what, string name) => new(
        $"{what}, and the database holds feedback that was filed under key {name}: put that key back from its copy. If it is lost for " +
        $"good, "
        + $"{Setting}={name} begins anew: everybody can file once more, and answers that no view shows yet are deleted");

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The feedback key is taken unproved: no fingerprint was noted, and nobody is left who could have filed")]
    private static partial void LogTaken(ILogger log);
}

/// <summary>What is configured about the key of feedback's authors.</summary>
/// <param name="DataFolder">Where the file with the key lives.</param>
/// <param name="Key">The key itself, in place of the file.</param>
/// <param name="Forget">The name of a lost key.</param>
internal sealed record AuthorKeySettings(string DataFolder, string? Key, string? Forget)
{
    internal static AuthorKeySettings Read(SettingReader settings, string dataFolder) =>
        new(dataFolder, settings.Text("Feedback:Key"), settings.Text("Feedback:ForgetKey"));
}
