using MspBot.Data.Log;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>What «Что» and «За срок» offer: only what has lines.</summary>
internal sealed class LogChoices(LogReader reader, LoggedPeople people, SiteZone zone)
{
    /// <summary>A button that narrows the log.</summary>
    internal delegate Button Narrowed(string label, LogNarrowing to);

    /// <summary>Null: their data is erased.</summary>
    internal async Task<string?> Name(PersonId person) => (await people.Names([person.Value])).GetValueOrDefault(person.Value);

    internal async Task<Screen> What(Screen screen, int number, LogNarrowing now, Narrowed narrowed, Func<string, int, Button> turned)
    {
        var (kinds, _) = await reader.Extent();
        return screen.Page(Paging.Cut([.. kinds.Order()], number), kind => narrowed(LogTexts.Kind(kind), now with { Kind = kind }), turned)
            .Row(narrowed(LogTexts.Everything, now with { Kind = null }));
    }

    /// <summary>Today, a week, and each month since the log was begun, the latest first.</summary>
    internal async Task<Screen> When(
        Screen screen, int number, DateTimeOffset at, LogNarrowing now, Narrowed narrowed, Func<string, int, Button> turned)
    {
        var (_, since) = await reader.Extent();
        var times = new List<string> { LogNarrowing.Today, LogNarrowing.Week };
        var first = zone.DayOf(since ?? at);
        for (var month = zone.DayOf(at); (month.Year, month.Month).CompareTo((first.Year, first.Month)) >= 0; month = month.AddMonths(-1))
            times.Add(LogNarrowing.Month(month));
        return screen.Page(Paging.Cut(times, number), time => narrowed(LogNarrowing.TimeWords(time), now with { Time = time }), turned)
            .Row(narrowed(LogTexts.AnyTime, now with { Time = "" }));
    }
}
