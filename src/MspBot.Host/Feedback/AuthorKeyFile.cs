using System.Security.Cryptography;
using MspBot.Domain.Feedback;
using MspBot.Host.Configuration;

namespace MspBot.Host.Feedback;

/// <summary>
/// <c>feedback.key</c> in the data folder: made at the first start, readable by its owner only, unless the configuration has a key.
/// </summary>
internal static class AuthorKeyFile
{
    internal const string Name = "feedback.key";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="configured">The value of <c>Feedback__Key</c>; null when it is not set.</param>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="SettingException">The key is not one.</exception>
    internal static AuthorKey Read(string? configured, string folder)
    {
        if (configured is not null)
            return Parse(configured)
                ?? throw new SettingException(
                $"Feedback__Key is wrong ({configured.Length} characters, not shown): it should be 32 random bytes in base64, as " +
                $"«openssl rand -base64 32» prints them");
        var path = Path.GetFullPath(Path.Combine(folder, Name));
        return Parse(Text(path))
            ?? throw new SettingException(
            $"{path}: is not a key; it should be 32 random bytes in base64. Put it back from a copy: a new key cannot tell who has " +
            $"filed feedback already");
    }

    private static string Text(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path}: cannot be read or made: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>
    /// Written aside and moved into place, so that two programs that start at once share one key and none reads half of it.
    /// </summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(aside,
            options)) writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AuthorKey.Length)));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    private static AuthorKey? Parse(string text)
    {
        var bytes = new byte[AuthorKey.Length + 1];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == AuthorKey.Length
            ? new AuthorKey(bytes.AsSpan(0, length)) : null;
    }
}
