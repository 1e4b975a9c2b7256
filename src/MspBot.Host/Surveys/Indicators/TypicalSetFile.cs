using System.Text.Json;
using System.Text.Json.Serialization;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Configuration;
using MspBot.Host.Log;
using MspBot.Host.People;
using MspBot.Host.Printing;

namespace MspBot.Host.Surveys.Indicators;

/// <summary><c>indicators.json</c>: the indicators that «Типовой набор» adds, as the methodology department wants them.</summary>
internal static class TypicalSetFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, IndicatorKind> Kinds = new()
    {
        ["доля"] = IndicatorKind.Share,
        ["число"] = IndicatorKind.Number,
        ["балл"] = IndicatorKind.Score,
        ["да/нет"] = IndicatorKind.YesNo,
        ["словами"] = IndicatorKind.Words,
        ["бот считает сам"] = IndicatorKind.Computed,
    };

    private static readonly Dictionary<string, Better> Ways = new()
    {
        ["больше"] = Better.More,
        ["меньше"] = Better.Less,
        ["всё равно"] = Better.Neither,
    };

    private static readonly Dictionary<string, Frequency> Times = new()
    {
        ["четверть"] = Frequency.Quarter,
        ["полугодие"] = Frequency.HalfYear,
        ["год"] = Frequency.Year,
    };

    private static readonly Dictionary<string, ComputedFigure> Figures = new()
    {
        ["педагоги"] = ComputedFigure.TeachersReached,
        ["часы"] = ComputedFigure.TutoringHours,
        ["рекомендации"] = ComputedFigure.RecommendationsDone,
    };

    internal static WatchedFile Watched(string folder) => new(SettingsFile.Indicators, Find(folder));

    private static string Find(string folder) => DataFile.Find(folder, "indicators.json", "Surveys/Indicators/indicators.example.json");

    /// <exception cref="SettingException">The file is wrong.</exception>
    internal static TypicalSet Read(string folder)
    {
        var path = Find(folder);
        return Parse(path, DataFile.Text(path));
    }

    internal static TypicalSet Parse(string path, string text)
    {
        IReadOnlyList<Row> rows;
        try
        {
            rows = JsonSerializer.Deserialize<List<Row>>(text, Options) ?? throw DataFile.Wrong(path, null, "is empty");
        }
        catch (JsonException e)
        {
            throw DataFile.Wrong(path, e.LineNumber + 1, e.Path is { Length: > 1 } where
                ? $"the value of \"{where.TrimStart('$', '.')}\" cannot be read"
                : e.Message.Split(" Path:", 2)[0].ReplaceLineEndings(" "));
        }
        if (rows.GroupBy(row => row.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw DataFile.Wrong(path, null, $"the code \"{twice.Key}\" stands there twice");
        return new([.. rows.Select(row => One(path, row))]);
    }

    private static NewIndicator One(string path, Row row)
    {
        if (row.Code is not { Length: > 0 and <= 40 }) throw DataFile.Wrong(path, null, "a code should be 1 to 40 characters");
        CheckWords("name", row.Name, IndicatorText.LongestName);
        CheckWords("unit", row.Unit, IndicatorText.LongestUnit);
        CheckWords("hint", row.Hint, IndicatorText.LongestHint);
        var one = new NewIndicator
        {
            Code = row.Code,
            Kind = Known("kind", row.Kind, Kinds),
            Every = Known("every", row.Every, Times),
            Month = row.Month,
            Computed = row.Figure is { } figure ? Known("figure", figure, Figures) : null,
            Text = new()
            {
                Name = row.Name,
                Unit = row.Unit,
                Hint = row.Hint,
                Better = Known("better", row.Better, Ways),
                Minimum = row.Minimum,
                Maximum = row.Maximum,
            },
        };
        if (one.Every == Frequency.Year != one.Month is >= 1 and <= 12 || (one.Month is not null && one.Every != Frequency.Year))
            throw Wrong("\"month\" should be 1 to 12 where \"every\" is «год», and is not there otherwise");
        if (one.Kind == IndicatorKind.Computed != one.Computed is not null)
            throw Wrong("\"figure\" should be there where \"kind\" is «бот считает сам», and is not there otherwise");
        if (one.Kind != IndicatorKind.Number && (row.Minimum ?? row.Maximum) is not null)
            throw Wrong("\"minimum\" and \"maximum\" are for «число» alone");
        if (!one.Text.HasBoundsInOrder || row.Minimum < 0) throw Wrong("\"minimum\" should be from 0 on, and not above \"maximum\"");
        return one;

        SettingException Wrong(string what) => DataFile.Wrong(path, null, $"\"{row.Code}\": {what}");

        void CheckWords(string key, string? words, int longest)
        {
            if (words is null) return;
            if (string.IsNullOrWhiteSpace(words) || words.Length > longest) throw Wrong($"\"{key}\" should be 1 to {longest} characters");
            if (!Printable.Reads(words)) throw Wrong($"\"{key}\" has letters that the fonts of papers lack");
        }

        T Known<T>(string key, string value, Dictionary<string, T> all) => all.TryGetValue(value, out var known) ? known
            : throw Wrong($"the {key} «{value}» is not known; it should be one of: {string.Join(", ", all.Keys)}");
    }

    private sealed record Row(
        string Code, string Name, string Kind, string Better, string Every, string? Unit = null, string? Hint = null, int? Month = null,
        string? Figure = null, decimal? Minimum = null, decimal? Maximum = null);
}

/// <summary>What «Типовой набор» adds, in its order.</summary>
internal sealed record TypicalSet(IReadOnlyList<NewIndicator> All);
