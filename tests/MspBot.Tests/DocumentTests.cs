using System.Text.RegularExpressions;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests;

/// <summary>README, docs and CHANGELOG: what they point at is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
    [
        .. new[] { "README.md", "CHANGELOG.md" }.Select(name => Path.Combine(Repository.Root, name)),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        Assert.True(Documents.Sum(document => Links(File.ReadAllText(document)).Count()) > 50);
        Assert.Empty(Documents.SelectMany(document => Missing(document, File.ReadAllText(document))));
    }

    [Theory]
    [InlineData("[a](docs/no.md)", "docs/no.md")]
    [InlineData("[a](docs/words.md#nothing-of-it)", "docs/words.md#nothing-of-it")]
    [InlineData("<img src=\"docs/pictures/no.png\">", "docs/pictures/no.png")]
    [InlineData("see `src/MspBot.Host/No.cs`", "src/MspBot.Host/No.cs")]
    public void One_that_leads_nowhere_is_found(string text, string link) =>
        Assert.Equal([$"README.md: {link}"], Missing(Path.Combine(Repository.Root, "README.md"), text));

    private static IEnumerable<string> Missing(string document, string text)
    {
        var name = Path.GetRelativePath(Repository.Root, document);
        var linked = Links(text).Where(link => !Leads(Path.GetDirectoryName(document)!, document, link));
        var named = NamedPath().Matches(text).Select(path => path.Groups[1].Value)
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)));
        return linked.Concat(named).Select(link => $"{name}: {link}");
    }

    private static IEnumerable<string> Links(string text) =>
        Link().Matches(text).Select(m => m.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal));

    private static bool Leads(string folder, string document, string link)
    {
        var (path, heading) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var file = path.Length == 0 ? document : Path.Combine(folder, path);
        return Path.Exists(file) && (heading is null || Headings(File.ReadAllText(file)).Contains(heading));
    }

    /// <summary>As the hosts of repositories make anchors: lower case, no punctuation, a hyphen for a space.</summary>
    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(text).Select(m => Punctuation().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?:\]\(|src="")([^)""\s]+)[)""]")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|deploy|scripts|\.ci)/[\w./\-]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
