using System.Text.RegularExpressions;

namespace MspBot.Tests.Architecture;

/// <summary>ARCHITECTURE.md's table of who may know whom, held against the text of source files.</summary>
static partial class ImportRules
{
    /// <summary>Each feature may import those before it.</summary>
    static readonly string[] Features =
    [
        "Log", "People", "Plan", "Materials", "Meetings", "Seminars", "Nominations", "Consultations", "Feedback", "Certificates", "Surveys",
        "Broadcasts",
        "Reminders", "Digests", "Site", "Privacy",
    ];

    /// <summary>Nobody imports these, whatever comes after them in the list.</summary>
    static readonly string[] Last = ["Reminders", "Digests"];

    /// <summary>Feedback, certificates and what follows know both kinds of meetings; these two do not know each other.</summary>
    static readonly (string, string)[] Strangers = [("Consultations", "Seminars"), ("Consultations", "Nominations")];

    // Marking who has blocked the bot is the one thing that sending knows about people.
    static readonly string[] TelegramMayImport = ["People"];

    static readonly Dictionary<string, string[]> ProjectsMayImport = new()
    {
        ["Domain"] = [],
        ["Data"] = ["Domain"],
        ["Host"] = ["Domain", "Data"],
    };

    static readonly string[] NoSubject = ["Common", "Utils", "Helpers", "Services", "Models"];

    public static IEnumerable<string> Violations(Source source) =>
        Findings(source).Select(finding => $"{source.Path}: {finding}");

    static IEnumerable<string> Findings(Source source)
    {
        var folders = source.Path.Split('/')[..^1];
        foreach (var folder in folders.Intersect(NoSubject))
            yield return $"a folder called {folder} has no subject";

        // Chaos plays with processes that have a clock of their own, and these rules plant what they look for.
        if ((folders is ["src", ..] or ["tests", "MspBot.Tests", not ("Chaos" or "Architecture"), ..])
            && DatabaseClock().IsMatch(source.Text))
            yield return "asks the database what day it is";

        if (folders is not ["src", var projectFolder, ..])
            yield break;

        var project = projectFolder["MspBot.".Length..];
        var place = source.Place;
        var code = source.Code;

        var home = string.Join('.', folders.Skip(1));
        if (Namespace().Match(code) is { Success: true } declared && declared.Groups[1].Value != home)
            yield return $"its namespace is not its folder, {home}";

        foreach (var (otherProject, otherPlace) in Imports(code))
        {
            if (otherProject != project && !ProjectsMayImport[project].Contains(otherProject))
                yield return $"{project} may not know {otherProject}";
            if (otherPlace is not null && otherPlace != place && !MayImport(project, place, otherProject, otherPlace))
                yield return $"{place} may not know {otherPlace}";
        }

        if (project == "Domain" && ForeignUsing().Match(code) is { Success: true } foreign)
            yield return $"Domain uses {foreign.Groups[1].Value}";
        if ((project, place) != ("Host", "Telegram") && TelegramBot().IsMatch(code))
            yield return "only Host/Telegram uses Telegram.Bot";
        if (project != "Data" && Database().IsMatch(code))
            yield return "only Data uses Dapper and Npgsql";
        if (project != "Data" && Sql().IsMatch(source.Text))
            yield return "SQL outside Data";
    }

    /// <summary>
    /// What lies in no folder, and Operations, puts the program together and may know all; a folder that is no feature may know none.
    /// </summary>
    static bool MayImport(string project, string? place, string otherProject, string otherPlace)
    {
        if (place is null or "Operations")
            return true;
        if (project == "Host" && otherProject == "Host" && otherPlace is "Telegram" or "Operations")
            return false;
        if (!Features.Contains(otherPlace))
            return true;
        // The list of notice keys names what each notice is about.
        if ((project, place) == ("Domain", "Notices"))
            return true;
        // Who speaks, and what they may do, is all that a conversation knows of people.
        if ((place, otherProject, otherPlace) == ("Conversations", "Domain", "People"))
            return true;
        // A deed is written down where it is done, so every feature, and the turn, knows the log. The log knows of people who acts, and in
        // which role; their names it is told.
        if ((place, otherPlace) == ("Conversations", "Log"))
            return otherProject is "Domain" or "Data";
        if ((place, otherProject, otherPlace) == ("Log", "Domain", "People"))
            return true;
        if (place == "Telegram")
            return TelegramMayImport.Contains(otherPlace);
        return Array.IndexOf(Features, place) > Array.IndexOf(Features, otherPlace)
            && !Last.Contains(otherPlace) && !Strangers.Contains((place, otherPlace));
    }

    static IEnumerable<(string Project, string? Place)> Imports(string code) =>
        Import().Matches(code).Select(m => (m.Groups[1].Value, m.Groups[2].Success ? m.Groups[2].Value : null)).Distinct();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bMspBot\.(Domain|Data|Host)\b(?:\.(\w+))?")]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?((?!System\b|MspBot\b)\w+(?:\.\w+)*);", RegexOptions.Multiline)]
    private static partial Regex ForeignUsing();

    [GeneratedRegex(@"\bTelegram\.Bot\b")]
    private static partial Regex TelegramBot();

    [GeneratedRegex(@"\b(Dapper|Npgsql)\b")]
    private static partial Regex Database();

    /// <summary>Leases count in real time, by clock_timestamp(); all else has the moment of its turn or its story.</summary>
    [GeneratedRegex(@"(?<!\w)now\(\)|\bcurrent_(?:date|time)", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseClock();

    [GeneratedRegex(
        @"\bselect\s[^;""]+?\sfrom\s|\binsert\s+into\s|\bupdate\s+\w+\s+set\s|\bdelete\s+from\s|\b(create|alter|drop)\s+table\s",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sql();
}
