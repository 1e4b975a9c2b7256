namespace MspBot.Tests.Architecture;

/// <summary>How large a file, a line and a folder may be.</summary>
static class SizeRules
{
    public const int Columns = 140;
    public const int Lines = 250;
    public const int Median = 60;
    public const int FilesInFolder = 25;

    public static IEnumerable<string> Violations(IReadOnlyCollection<Source> sources)
    {
        foreach (var source in sources)
        {
            var lines = source.Text.TrimEnd('\n').Split('\n');
            if (lines.Length > Lines) yield return $"{source.Path}: {lines.Length} lines";
            foreach (var (number, line) in lines.Index().Where(l => l.Item.Length > Columns))
                yield return $"{source.Path}({number + 1}): {line.Length} columns";
        }
        foreach (var folder in sources.GroupBy(source => source.Folder).Where(folder => folder.Count() > FilesInFolder))
            yield return $"{folder.Key}: {folder.Count()} files";
        if (MedianLines(sources) is > Median and var median) yield return $"the median file has {median} lines";
    }

    static int MedianLines(IReadOnlyCollection<Source> sources) =>
        sources.Select(source => source.Text.TrimEnd('\n').Split('\n').Length).Order().ElementAt(sources.Count / 2);
}
