using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using MspBot.Data.Log;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Log;

/// <summary>The log as a table.</summary>
internal static class LogSheet
{
    /// <summary>Lines in one file, the latest ones: more are taken by narrowing.</summary>
    internal const int Most = 10_000;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Texts have the format of text: what begins with «=» stays text, also when somebody edits its cell.</summary>
    private const string Text = "@";

    private static readonly (string Name, double Width, string? Format)[] Columns =
        [("Дата, время", 17, "dd.mm.yyyy hh:mm"), ("Кто", 22, Text), ("Роль", 22, Text), ("Действие", 28, Text), ("Над чем", 44, Text),
            ("Подробности", 44, Text)];

    internal static Screen Screen(LogFilter filter) => new(Html.Text(LogTexts.Title))
    {
        ToMake = new(LogFileMaker.Name, string.Create(CultureInfo.InvariantCulture,
            $"{filter.Actor?.Value}.{filter.Kind}.{filter.From.UtcTicks}.{filter.To.UtcTicks}")),
    };

    /// <summary>What <see cref="Screen"/> names; null: no version of this program wrote it.</summary>
    internal static LogFilter? Read(string of)
    {
        var parts = new Argument(of);
        return parts is { Count: 4 } && parts.Number(2) is { } from && parts.Number(3) is { } to
            ? new(parts.Id<PersonId>(), parts.Case<LogSubject>(1), new(from, TimeSpan.Zero), new(to, TimeSpan.Zero)) : null;
    }

    internal static Attachment File(IReadOnlyList<LineInWords> lines, SiteZone zone)
    {
        var columns = Columns.Select((c, n) => new DynamicExcelColumn(c.Name) { Index = n, Width = c.Width, Format = c.Format });
        var layout = new OpenXmlConfiguration { FreezeRowCount = 1, AutoFilter = true, DynamicColumns = [.. columns] };
        using var file = new MemoryStream();
        MiniExcel.SaveAs(file, lines.Select(line => Row(line, zone)).DefaultIfEmpty(Values()), sheetName: LogTexts.Title,
            configuration: layout);
        return new("журнал-действий.xlsx", MediaType, PrintedSheets.Of(file.ToArray(), LogTexts.Title));
    }

    private static Dictionary<string, object?> Row(LineInWords line, SiteZone zone) => Values(
        zone.Local(line.Line.At).DateTime, line.Who, line.Role, line.Action.TrimEnd(':'), line.Thing, line.Detail);

    private static Dictionary<string, object?> Values(params object?[] values) =>
        Columns.Select((c, n) => (c.Name, Value: values.ElementAtOrDefault(n))).ToDictionary(c => c.Name, c => c.Value);
}

/// <summary>Makes the table of what the log says when it is sent.</summary>
internal sealed class LogFileMaker(LogReader reader, LogWords words, SiteZone zone) : FileMaker
{
    internal const string Name = "log";

    public override string Key => Name;

    /// <param name="of">What the log is narrowed to.</param>
    public override async Task<Attachment?> Make(string of) => LogSheet.Read(of) is { } filter
        ? LogSheet.File(await words.Say(await reader.Latest(filter, LogSheet.Most)), zone) : null;
}
