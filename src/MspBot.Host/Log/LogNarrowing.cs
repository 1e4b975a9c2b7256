using System.Globalization;
using MspBot.Data.Log;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>To what somebody has narrowed the log, as its buttons carry it: «12.Seminar.202611».</summary>
/// <param name="Actor">Whose deeds; null: everybody's.</param>
/// <param name="Kind">Over which things; null: over all.</param>
/// <param name="Time">«d» today, «w» seven days, a month as «202611»; empty: always.</param>
internal sealed record LogNarrowing(PersonId? Actor, LogSubject? Kind, string Time)
{
    internal const string Today = "d";
    internal const string Week = "w";

    private static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal bool IsAny => Actor is null && Kind is null && Time.Length == 0;

    internal string Argument =>
        IsAny ? "" : $"{Actor?.Value.ToString(CultureInfo.InvariantCulture)}.{Kind}.{Time}";

    internal static LogNarrowing Read(string argument)
    {
        var parts = new Argument(argument);
        var time = parts.Part(2) ?? "";
        return new(parts.Id<PersonId>(), parts.Case<LogSubject>(1), time is Today or Week || MonthOf(time) is not null ? time : "");
    }

    internal static string Month(DateOnly day) => day.ToString("yyyyMM", CultureInfo.InvariantCulture);

    internal LogFilter Filter(DateTimeOffset now, SiteZone zone)
    {
        var today = zone.DayOf(now);
        return Time switch
        {
            Today => Between(today, null),
            Week => Between(today.AddDays(-6), null),
            _ when MonthOf(Time) is { } month => Between(month, month.AddMonths(1)),
            _ => new(Actor, Kind, DateTimeOffset.UnixEpoch, Never),
        };

        LogFilter Between(DateOnly first, DateOnly? after) =>
            new(Actor, Kind, zone.At(first, TimeOnly.MinValue), after is { } day ? zone.At(day, TimeOnly.MinValue) : Never);
    }

    /// <summary>Whose deeds over which things.</summary>
    /// <param name="actor">Who it is; null: they have erased their data.</param>
    internal string Words(string? actor) =>
        LogTexts.Narrowed(Actor is null ? "" : actor ?? LogTexts.Erased, Kind is { } kind ? LogTexts.Kind(kind) : "");

    internal static string TimeWords(string time) => time switch
    {
        Today => LogTexts.Today,
        Week => LogTexts.Week,
        _ when MonthOf(time) is { } month => Russian.MonthAtStart(month),
        _ => "",
    };

    private static DateOnly? MonthOf(string time) =>
        DateOnly.TryParseExact(time, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is > 2000 and < 9000 ? month : null;
}
