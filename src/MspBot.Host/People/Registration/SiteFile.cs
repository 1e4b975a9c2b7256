using System.Text.Json;
using MspBot.Domain.Log;
using MspBot.Domain.People.Registration;
using MspBot.Host.Log;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Registration;

/// <summary><c>site.json</c>: what the order says about the site.</summary>
internal static class SiteFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    internal static WatchedFile Watched(string folder) => new(SettingsFile.Site, Find(folder));

    private static string Find(string folder) => DataFile.Find(folder, "site.json", "People/Registration/site.example.json");

    internal static Site Read(string folder)
    {
        var path = Find(folder);
        return Parse(path, DataFile.Text(path));
    }

    internal static Site Parse(string path, string text)
    {
        Site site;
        try
        {
            site = JsonSerializer.Deserialize<Site>(text, Options) ?? throw DataFile.Wrong(path, null, "is empty");
        }
        catch (JsonException e)
        {
            throw DataFile.Wrong(path, e.LineNumber + 1, Brief(e));
        }
        // They are printed on papers: «распоряжением №  от …» is worse than a start that says what is missing.
        if (First(site, string.IsNullOrWhiteSpace) is { } blank) throw DataFile.Wrong(path, null, $"the value of \"{blank}\" is empty");
        if (First(site, words => !Printable.Reads(words)) is { } key)
            throw DataFile.Wrong(path, null, $"the value of \"{key}\" has letters that the font of certificates lacks");
        if (site.To < site.From) throw DataFile.Wrong(path, null, "the term ends (to) before it begins (from)");
        return site;
    }

    private static string? First(Site site, Predicate<string> wrong) => ((string Key, string Value)[])
        [
            ("name", site.Name), ("orderNumber", site.OrderNumber), ("hostSchool", site.HostSchool),
            .. site.ApprovedBy is { } who
                ? [("approvedBy.position", who.Position), ("approvedBy.organisation", who.Organisation), ("approvedBy.name", who.Name)]
                : Array.Empty<(string, string)>(),
        ] is var all
        && Array.FindIndex(all, one => wrong(one.Value)) is >= 0 and var nr ? all[nr].Key : null;

    private static string Brief(JsonException e) => e.Path is { Length: > 2 } path
        ? $"the value of \"{path[2..]}\" cannot be read; dates are written 2021-03-01, the rest is text"
        : e.Message.Split(" Path:", 2)[0].ReplaceLineEndings(" ");
}
