using CsvHelper;
using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Configuration;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Schools;

/// <summary><c>schools.csv</c>: the columns name and kind, separated by semicolons or commas, UTF-8.</summary>
internal static class SchoolsFile
{
    private static readonly Dictionary<string, SchoolKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["базовая"] = SchoolKind.Host,
        ["лидер"] = SchoolKind.Leader,
        ["ШНОР"] = SchoolKind.LowResults,
        ["другая"] = SchoolKind.Other,
    };

    internal static IReadOnlyList<ListedSchool> Read(string folder)
    {
        var path = DataFile.Find(folder, "schools.csv", "People/Schools/schools.example.csv");
        return Parse(path, DataFile.Text(path));
    }

    internal static IReadOnlyList<ListedSchool> Parse(string path, string text)
    {
        var header = text.Split('\n', 2)[0];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
        });
        if (Column(csv, "name") is not { } name || Column(csv, "kind") is not { } kind)
            throw DataFile.Wrong(path, 1, "the first line should be \"name;kind\"");

        var schools = new List<ListedSchool>();
        var lines = new Dictionary<string, long>();
        while (csv.Read())
        {
            if (IsBlank(csv)) continue;
            var school = One(path, csv, name, kind);
            if (!lines.TryAdd(Folded.Of(school.Name), csv.LineNumber))
                throw DataFile.Wrong(path, csv.LineNumber, $"«{school.Name}» stands in line {lines[Folded.Of(school.Name)]} already");
            schools.Add(school);
        }
        return schools.Count > 0 ? schools : throw DataFile.Wrong(path, null, "names no school");
    }

    private static int? Column(CsvReader csv, string name)
    {
        for (var n = 0; n < csv.Headers.Count; n++)
        {
            if (string.Equals(csv.Headers[n].Trim(), name, StringComparison.OrdinalIgnoreCase)) return n;
        }
        return null;
    }

    /// <summary>A spreadsheet writes rows that were emptied, and those below the last one, as «;;;».</summary>
    private static bool IsBlank(CsvReader csv) => Enumerable.Range(0, csv.FieldCount).All(n => OneLine.Of(csv.GetString(n)).Length == 0);

    private static ListedSchool One(string path, CsvReader csv, int nameAt, int kindAt)
    {
        if (csv.FieldCount <= Math.Max(nameAt, kindAt)) throw Wrong("has too few columns; it should be a name and a kind");
        var (name, kind) = (OneLine.Of(csv.GetString(nameAt)), OneLine.Of(csv.GetString(kindAt)));
        if (!OneLine.Says(name, 1) || name.Length > 200) throw Wrong("the name should be 1 to 200 characters");
        if (!Printable.Reads(name)) throw Wrong($"«{name}» has letters that the fonts of pictures lack");
        return Kinds.TryGetValue(kind, out var known)
            ? new(name, known)
            : throw Wrong($"the kind «{kind}» is not known; it should be one of: {string.Join(", ", Kinds.Keys)}");

        SettingException Wrong(string what) => DataFile.Wrong(path, csv.LineNumber, what);
    }
}
