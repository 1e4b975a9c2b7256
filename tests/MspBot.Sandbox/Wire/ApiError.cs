namespace MspBot.Sandbox;

/// <summary>A refusal in the words of the real server; caught once, where the answer is written.</summary>
internal sealed class ApiError(int code, string description) : Exception(description)
{
    public int Code => code;

    public int RetryAfter { get; init; }

    public long MigrateTo { get; init; }

    public static ApiError Bad(string text) => new(400, "Bad Request: " + Frame(text));

    public static ApiError Forbidden(string text) => new(403, "Forbidden: " + Frame(text));

    public static ApiError TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    /// <summary>The server lower-cases the first letter unless the text is a code such as BUTTON_DATA_INVALID.</summary>
    private static string Frame(string text) =>
        text.Length < 2 || text[1] == '_' || text[1] is >= 'A' and <= 'Z'
            ? text
            : char.ToLowerInvariant(text[0]) + text[1..];
}
