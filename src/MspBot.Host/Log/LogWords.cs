using MspBot.Data.Log;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>A line in words, as the table has its columns.</summary>
/// <param name="Line">What was read.</param>
/// <param name="Who">«Петрова А. И.», «данные удалены», «бот».</param>
/// <param name="Role">«методист»; empty: none.</param>
/// <param name="Action">«согласован»</param>
/// <param name="Thing">«пункт 7»; empty: the line names none.</param>
/// <param name="Detail">More; empty: nothing.</param>
internal sealed record LineInWords(LoggedLine Line, string Who, string Role, string Action, string Thing, string Detail);

/// <summary>
/// Says lines in words: a query for each kind of thing that is named, however many lines there are. Names are looked up now, so a line
/// about somebody who has erased their data has none.
/// </summary>
internal sealed class LogWords(IEnumerable<LoggedThings> all, LoggedPeople people, SiteZone zone)
{
    internal async Task<IReadOnlyList<LineInWords>> Say(IReadOnlyList<LoggedLine> lines)
    {
        var named = new Dictionary<(LogSubject, long), string>();
        foreach (var kind in lines.Where(l => l.Thing is not null).GroupBy(l => l.Subject, l => l.Thing!.Value))
        {
            if (all.FirstOrDefault(t => t.Kind == kind.Key) is not { } things) continue;
            foreach (var (id, name) in await things.Names([.. kind.Distinct()])) named[(kind.Key, id)] = name;
        }
        var actors = await people.Names([.. lines.Select(l => l.Actor?.Value).OfType<long>().Distinct()]);
        return [.. lines.Select(line => Say(line, actors, named))];
    }

    /// <summary>One paragraph for each line.</summary>
    internal async Task<IReadOnlyList<Html>> Lines(IReadOnlyList<LoggedLine> lines) =>
        [.. (await Say(lines)).Select(line => LogTexts.Line(line, zone))];

    internal LoggedThings? Of(LogSubject kind) => all.FirstOrDefault(t => t.Kind == kind);

    private LineInWords Say(LoggedLine line, IReadOnlyDictionary<long, string> actors, Dictionary<(LogSubject, long), string> named)
    {
        var detail = LogDetail.Read(line.Detail);
        var of = detail.Value<Role>("role") is { } role ? people.RoleName(role) : "";
        return new(
            line,
            line.Actor is { } actor ? actors.GetValueOrDefault(actor.Value, LogTexts.Erased) : LogTexts.Clock,
            line.Role is { } acting ? people.RoleName(acting) : "",
            DeedTexts.Action(line.Action),
            line.Thing is { } thing ? named.GetValueOrDefault((line.Subject, thing), LogTexts.Nameless(line.Subject, thing)) : "",
            LogTexts.Joined(of, LogTexts.Detail(detail), Of(line.Subject)?.Detail(line.Action, detail) ?? ""));
    }
}
