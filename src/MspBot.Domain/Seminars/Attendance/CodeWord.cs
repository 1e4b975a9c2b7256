using MspBot.Domain.Spelling;

namespace MspBot.Domain.Seminars.Attendance;

/// <summary>The word that a leader says aloud. Heard and typed on a phone: case, spaces and «ё» do not matter.</summary>
public static class CodeWord
{
    public const int Longest = 50;

    public static bool Same(string typed, string word) => Bare(typed) is { Length: > 0 } bare && bare == Bare(word);

    private static string Bare(string text) =>
        string.Concat(Folded.Of(text).Where(char.IsLetterOrDigit));
}
