using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Host.Configuration;
using Quartz;

namespace MspBot.Host.Digests;

/// <summary>When digests are due: Quartz cron expressions in the site's zone.</summary>
internal sealed record DigestSchedule(CronExpression Weekly, CronExpression Monthly)
{
    internal const string EachMonday = "0 0 8 ? * MON";
    internal const string EachFirst = "0 0 8 1 * ?";

    /// <summary>Farther back no fire time is looked for.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(800);

    /// <exception cref="SettingException">An expression cannot be read.</exception>
    internal static DigestSchedule Read(SettingReader settings, SiteZone zone)
    {
        return new(Read("Digest:Weekly", EachMonday), Read("Digest:Monthly", EachFirst));

        CronExpression Read(string key, string each)
        {
            var text = settings.Text(key) ?? each;
            return Parse(text, zone) ?? throw SettingReader.Wrong(
                key, text, $"a Quartz cron expression (seconds, minutes, hours, day of the month, month, day of the week) such as {each}");
        }
    }

    /// <summary>Null when the expression cannot be read.</summary>
    internal static CronExpression? Parse(string text, SiteZone zone) =>
        CronExpression.TryParse(text, out var expression) ? expression.WithTimeZone(zone.Zone) : null;

    internal CronExpression Of(PeriodKind kind) => kind == PeriodKind.Week ? Weekly : Monthly;

    /// <summary>
    /// The latest fire time up to now. Quartz only knows the next one after a moment, so the moment goes back until there is one.
    /// </summary>
    internal static DateTimeOffset? Latest(CronExpression expression, DateTimeOffset now)
    {
        for (var back = TimeSpan.FromMinutes(1); back < Farthest; back *= 2)
        {
            if (expression.GetNextValidTimeAfter(now - back) is not { } fires || fires > now) continue;
            while (expression.GetNextValidTimeAfter(fires) is { } next && next <= now) fires = next;
            return fires.ToUniversalTime();
        }
        return null;
    }

    /// <summary>The period that the digest of this fire time covers: the last complete week or month.</summary>
    internal static DigestPeriod Told(PeriodKind kind, DateTimeOffset firedAt, SiteZone zone) =>
        DigestPeriod.Of(kind, zone.DayOf(firedAt)).Previous;
}
