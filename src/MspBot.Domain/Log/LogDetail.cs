using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MspBot.Domain.Log;

/// <summary>
/// What a line says beyond who, what and when: codes with numbers, yes or no, days, moments and values of enums. It cannot hold a name
/// or a typed word, so an erasure does not have to touch it. Less than 2 kB as JSON.
/// </summary>
public sealed class LogDetail
{
    /// <summary>What the table takes.</summary>
    public const int MaxLength = 2000;

    private readonly IReadOnlyList<KeyValuePair<string, string>> pairs;

    private LogDetail(IReadOnlyList<KeyValuePair<string, string>> pairs) => this.pairs = pairs;

    public static LogDetail None { get; } = new([]);

    /// <summary>A number, or a row's id.</summary>
    public static LogDetail Of(string code, long number) => None.And(code, number);

    public static LogDetail Of(string code, bool value) => None.And(code, value);

    public static LogDetail Of(string code, Enum value) => None.And(code, value);

    /// <summary>A file with names that leaves, and how many rows it has.</summary>
    public static LogDetail Of(LogFile file, int rows) => Of("file", file).And("rows", rows);

    /// <exception cref="ArgumentException">The code is not of a–z, digits and «_», or is there already.</exception>
    public LogDetail And(string code, long number) => With(code, number.ToString(CultureInfo.InvariantCulture));

    public LogDetail And(string code, bool value) => With(code, value ? "true" : "false");

    public LogDetail And(string code, Enum value) => With(code, Quoted(value));

    public LogDetail And(string code, DateOnly day) => With(code, $"\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"");

    public LogDetail And(string code, DateTimeOffset moment) =>
        With(code, $"\"{moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\"");

    /// <summary>Several values of an enum: which fields were changed.</summary>
    public LogDetail And<T>(string code, IEnumerable<T> values) where T : struct, Enum =>
        With(code, $"[{string.Join(',', values.Select(value => Quoted(value)))}]");

    /// <summary>Several numbers; what would not fit is left out, so say how many there are beside them.</summary>
    public LogDetail And(string code, IEnumerable<long> numbers) =>
        With(code, $"[{string.Join(',', numbers.Take(50).Select(n => n.ToString(CultureInfo.InvariantCulture)))}]");

    /// <summary>As the table holds it.</summary>
    public string Json()
    {
        var json = new StringBuilder("{");
        foreach (var (code, value) in pairs)
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(code).Append("\":").Append(value);
        return json.Append('}').ToString();
    }

    /// <summary>What the table held. Values that this version does not know stay as they are.</summary>
    public static LogDetail Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new([.. document.RootElement.EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, p.Value.GetRawText()))]);
    }

    /// <summary>Null: it is not there, or is no number.</summary>
    public long? Number(string code) =>
        Raw(code) is { } raw && long.TryParse(raw, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Has(string code) => Raw(code) is not null;

    public bool Is(string code) => Raw(code) == "true";

    /// <summary>Null: it is not there, or this version does not know it.</summary>
    public T? Value<T>(string code) where T : struct, Enum =>
        Raw(code) is { } raw && Enum.TryParse<T>(raw.Trim('"'), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Values that this version does not know are left out.</summary>
    public IReadOnlyList<T> Values<T>(string code) where T : struct, Enum =>
        [.. (Raw(code) ?? "").Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(raw => Enum.TryParse<T>(raw.Trim('"'), out var value) && Enum.IsDefined(value) ? value : (T?)null).OfType<T>()];

    public DateOnly? Day(string code) =>
        DateOnly.TryParseExact((Raw(code) ?? "").Trim('"'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    public DateTimeOffset? Moment(string code) =>
        DateTimeOffset.TryParseExact((Raw(code) ?? "").Trim('"'), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private string? Raw(string code)
    {
        foreach (var (key, value) in pairs)
        {
            if (key == code) return value;
        }
        return null;
    }

    private LogDetail With(string code, string json)
    {
        if (code.Length is 0 or > 30 || !code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            throw new ArgumentException($"«{code}» is no code of a detail", nameof(code));
        if (Raw(code) is not null) throw new ArgumentException($"«{code}» is there already", nameof(code));
        return new([.. pairs, new(code, json)]);
    }

    /// <summary>A number without a name is refused: it would be stored as a number, and read as another value by a later version.</summary>
    private static string Quoted(Enum value) => Enum.IsDefined(value.GetType(), value)
        ? $"\"{value}\"" : throw new ArgumentException($"{value} has no name in {value.GetType().Name}", nameof(value));
}
