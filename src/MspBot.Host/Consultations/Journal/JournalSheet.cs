using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using MspBot.Data.Consultations.Journal;
using MspBot.Data.People;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Consultations.Journal;

/// <summary>A month of a journal as a table. The tutor's own notes are never in it.</summary>
internal static class JournalSheet
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Texts have the format of text: what begins with «=» stays text, also when somebody edits its cell.</summary>
    private const string Text = "@";

    private static readonly (string Name, double Width, string? Format)[] Columns =
        [("дата", 12, "dd.mm.yyyy"), ("школа", 24, Text), ("педагог", 28, Text), ("тема", 34, Text), ("форма", 28, Text),
            ("минуты", 10, null), ("рекомендация", 48, Text), ("результат", 30, Text)];

    internal static Screen Screen(PersonId tutor, DateOnly month) =>
        new(Html.Text(Title(month)))
        {
            ToMake =
            new(JournalFileMaker.Name, string.Create(CultureInfo.InvariantCulture, $"{tutor.Value} {month:O}"))
        };

    /// <param name="tutor">«Петрова А. И.»; null when they are erased.</param>
    /// <param name="month">Its first day.</param>
    /// <param name="entries">In the order of the table.</param>
    internal static Attachment File(string? tutor, DateOnly month, IReadOnlyList<JournalEntry> entries) =>
        new($"журнал-{month:yyyy-MM}-{tutor?.Split(' ')[0] ?? "тьютор"}.xlsx", MediaType, Content(month, entries));

    private static string Title(DateOnly month) => $"{JournalTexts.Journal}: {Russian.Month(month)}";

    private static byte[] Content(DateOnly month, IReadOnlyList<JournalEntry> entries)
    {
        var columns = Columns.Select((c, n) =>
            new MiniExcelLibs.Attributes.DynamicExcelColumn(c.Name) { Index = n, Width = c.Width, Format = c.Format });
        var layout = new OpenXmlConfiguration { FreezeRowCount = 1, AutoFilter = true, DynamicColumns = [.. columns] };
        using var file = new MemoryStream();
        MiniExcel.SaveAs(file, entries.Select(Row).DefaultIfEmpty(Empty()), sheetName: JournalTexts.Journal, configuration: layout);
        return PrintedSheets.Of(file.ToArray(), Title(month));
    }

    private static Dictionary<string, object?> Row(JournalEntry entry) => Values(
        entry.Day, entry.School, Teacher(entry), entry.Topic, JournalTexts.Form(entry.Form).ToLowerInvariant(), entry.Minutes,
        entry.Recommendation, JournalTexts.Result(entry));

    private static Dictionary<string, object?> Empty() => Values(null, null, null, null, null, null, null, null);

    private static Dictionary<string, object?> Values(params object?[] values) =>
        Columns.Zip(values).ToDictionary(p => p.First.Name, p => p.Second);

    private static string? Teacher(JournalEntry entry) => entry switch
    {
        { Teacher: { } name } => name,
        { TeacherId: not null } => DialogTexts.Erased,
        { Teachers: { } count } => JournalTexts.Group(count),
        { Pupils: { } pupils } => JournalTexts.Pupils(pupils),
        _ => null,
    };
}

/// <summary>Makes the table of a month from what the journal says when it is sent.</summary>
internal sealed class JournalFileMaker(JournalReader reader, PersonReader people) : FileMaker
{
    internal const string Name = "journal";

    public override string Key => Name;

    /// <param name="of">The tutor's number and the month's first day.</param>
    public override async Task<Attachment?> Make(string of)
    {
        if (of.Split(' ') is not [var number, var day] || new Argument(number).Id<PersonId>() is not { } tutor
            || !DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return null;
        return JournalSheet.File(await people.ShortName(tutor), month, await reader.Whole(tutor, month));
    }
}
