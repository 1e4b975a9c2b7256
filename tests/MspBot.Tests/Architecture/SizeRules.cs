namespace MspBot.Tests.Architecture;

/// <summary>How large a file, a line and a folder may be.</summary>
static class SizeRules
{
    public const int Columns = 140;
    public const int Lines = 250;
    public const int MedianInSrc = 60;
    public const int FilesInFolder = 25;

    public static IEnumerable<string> Violations(IReadOnlyCollection<Source> sources)
    {
        foreach (var source in sources)
        {
            if (LinesOf(source) is > Lines and var lines) yield return $"{source.Path}: {lines} lines, more than {Lines}";
            foreach (var (at, line) in source.Text.Split('\n').Index().Where(line => line.Item.Length > Columns))
                yield return $"{source.Path}({at + 1}): {line.Length} columns, more than {Columns}";
        }
        foreach (var folder in sources.GroupBy(source => source.Folder).Where(folder => folder.Count() > FilesInFolder))
            yield return $"{folder.Key}: {folder.Count()} files, more than {FilesInFolder}";
        if (Median([.. sources.Where(source => source.Project is not null)]) is > MedianInSrc and var median)
            yield return $"the median file of src has {median} lines, more than {MedianInSrc}";
    }

    static int Median(IReadOnlyCollection<Source> sources) =>
        sources.Count == 0 ? 0 : sources.Select(LinesOf).Order().ElementAt(sources.Count / 2);

    static int LinesOf(Source source) => source.Text.TrimEnd('\n').Split('\n').Length;
}
