using System.Text;
using MspBot.Host.Configuration;

namespace MspBot.Host.People;

/// <summary>A file that the site may fill in; until it does, the example that comes with the program is put in its place.</summary>
internal static class DataFile
{
    internal static string Find(string folder, string name, string example)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, example), path);
        return path;
    }

    /// <summary>With or without a byte order mark; what Excel saves as plain CSV is another encoding, and said to be.</summary>
    internal static string Text(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(path, null, "is not UTF-8; save it as \"CSV UTF-8\"");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, null, $"cannot be read: {e.Message}");
        }
    }

    /// <summary>One line that names the file and says what is wrong with it.</summary>
    internal static SettingException Wrong(string path, long? line, string what) =>
        new(line is null ? $"{path}: {what}" : $"{path}, line {line}: {what}");
}
