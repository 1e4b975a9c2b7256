using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Architecture;

/// <summary>Files, lines and folders stay small enough to be read at once.</summary>
public sealed class SizeRulesTests
{
    [Fact]
    public void Files_lines_and_folders_stay_small()
    {
        var found = string.Join('\n', SizeRules.Violations([.. Source.All()]));

        Assert.True(found.Length == 0, found);
    }

    [Fact]
    public void Editors_are_told_the_same_width() => Assert.Contains($"\nmax_line_length = {SizeRules.Columns}\n",
        File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig")), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_251_lines_is_found()
    {
        Assert.Contains("People.cs: 251 lines", Said(Of(SizeRules.Lines + 1)), StringComparison.Ordinal);
        Assert.Empty(Said(Of(SizeRules.Lines)));
    }

    [Fact]
    public void A_line_of_141_columns_is_found()
    {
        Source Wide(int columns) => new("tests/People.cs", $"// a\n{new string('/', columns)}\n");

        Assert.Equal("tests/People.cs(2): 141 columns, more than 140", Said(Wide(SizeRules.Columns + 1)));
        Assert.Empty(Said(Wide(SizeRules.Columns)));
    }

    [Fact]
    public void A_folder_of_26_files_is_found()
    {
        Source[] files =
            [.. Enumerable.Range(1, SizeRules.FilesInFolder + 1).Select(n => new Source($"src/MspBot.Host/People/P{n}.cs", ""))];

        Assert.Equal("src/MspBot.Host/People: 26 files, more than 25", Said(files));
        Assert.Empty(Said(files[1..]));
    }

    [Fact]
    public void A_median_of_61_lines_is_found()
    {
        Source File(int lines) => new($"src/MspBot.Host/Room{lines}/P.cs", Of(lines).Text);

        Assert.Equal("the median file of src has 61 lines, more than 60", Said(File(1), File(61), File(62)));
        Assert.Empty(Said(File(1), File(60), File(250), Of(62)));
    }

    static Source Of(int lines) => new("tests/People.cs", string.Concat(Enumerable.Repeat("// a\n", lines)));

    static string Said(params Source[] sources) => string.Join('\n', SizeRules.Violations(sources));
}
