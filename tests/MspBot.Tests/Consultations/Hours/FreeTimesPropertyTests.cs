using CsCheck;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

/// <summary>Free times against a plain model that knows nothing of spans: it colours every minute and walks over them.</summary>
public sealed class FreeTimesPropertyTests
{
    private static readonly Gen<WeeklySpan> Span = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 95], Gen.Int[1, 40],
        (day, from, length) => new WeeklySpan((DayOfWeek)day, from * 15, Math.Min((from + length) * 15, WeeklySpan.Midnight)));

    /// <summary>Some end at midnight and begin there, so that runs go over it.</summary>
    private static readonly Gen<WeeklySpan> AtMidnight = Gen.Select(Gen.Int[0, 6], Gen.Int[1, 20], Gen.Bool,
        (day, length, begins) => new WeeklySpan((DayOfWeek)day, begins ? 0 : WeeklySpan.Midnight - length * 15, begins ? length * 15
            : WeeklySpan.Midnight));

    private static readonly Gen<TutorHours> Hours = Gen.Select(
        Gen.Frequency((3, Span), (2, AtMidnight),
            (1, Gen.Int[0, 6].Select(d => new WeeklySpan((DayOfWeek)d, 0, WeeklySpan.Midnight)))).Array[0, 12],
        One(30, 45, 60), One(0, 5, 10, 15), One(0, 2, 4, 12, 24, 48), Gen.Select(Gen.Int[-3, 16], Gen.Int[0, 4]).Array[0, 2],
        (week, length, pause, notice, absent) => new TutorHours
        {
            Week = week,
            Length = TimeSpan.FromMinutes(length),
            Break = TimeSpan.FromMinutes(pause),
            Notice = TimeSpan.FromHours(notice),
            Absences =
            [.. absent.Select(a => new AbsentDays(new DateOnly(2000, 1, 10).AddDays(a.Item1),
                new DateOnly(2000, 1, 10).AddDays(a.Item1 + a.Item2)))],
        });

    private static readonly Gen<(int From, int Minutes)[]> Taken = Gen.Select(Gen.Int[-500, 15 * 1440], Gen.Int[1, 90]).Array[0, 30];

    private static Gen<int> One(params int[] of) => Gen.Int[0, of.Length - 1].Select(n => of[n]);

    [Theory]
    [InlineData("Europe/Moscow", 2027, 2, 18)]          // 23 February within, a Monday moved to a Saturday
    [InlineData("Europe/Berlin", 2026, 10, 20)]         // the clock goes back
    [InlineData("Europe/Berlin", 2027, 3, 20)]          // and forward
    [InlineData("America/Santiago", 2026, 9, 1)]        // forward at midnight
    [InlineData("America/Havana", 2026, 10, 25)]        // back to midnight
    public void Of_any_hours_the_same_times_are_free_as_a_walk_over_all_minutes_finds(string name, int year, int month, int day)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(name));
        var calendar = new WorkingCalendar(new Dictionary<DateOnly, MovedDay>
        {
            [new DateOnly(2027, 2, 20)] = new(true, DayOfWeek.Monday),
            [new DateOnly(2027, 2, 22)] = new(false),
            [new DateOnly(2026, 10, 24)] = new(true),
        });
        var found = 0;
        Gen.Select(Hours, Taken, Gen.Int[0, 1439]).Sample((hours, taken, minute) =>
        {
            var now = zone.At(new(year, month, day), TimeOnly.MinValue).AddMinutes(minute);
            var shift = new DateOnly(year, month, day).DayNumber - new DateOnly(2000, 1, 10).DayNumber;
            var dated = hours with
            {
                Absences =
                [.. hours.Absences.Select(a => new AbsentDays(a.First.AddDays(shift), a.Last.AddDays(shift)))]
            };
            Busy[] busy = [.. taken.Select(t => new Busy(now.AddMinutes(t.From), now.AddMinutes(t.From + t.Minutes)))];
            var free = FreeTimes.Of(dated, busy, calendar, zone, now).Select(f => f.StartsAt).ToList();
            Assert.Equal(Walk(dated, busy, calendar, zone, now), free);
            Interlocked.Add(ref found, free.Count);
        }, iter: 150);
        Assert.True(found > 1000, $"only {found} free times in all: that shows nothing");
    }

    private static List<DateTimeOffset> Walk(TutorHours hours, Busy[] busy, WorkingCalendar calendar, SiteZone zone, DateTimeOffset now)
    {
        var first = zone.At(zone.DayOf(now).AddDays(-1), TimeOnly.MinValue);
        var until = zone.At(zone.DayOf(now).AddDays(14), TimeOnly.MinValue);
        var open = new bool[16 * 1440 + 120];
        var taken = new bool[open.Length + 200];
        var newRun = new bool[open.Length];
        for (var day = zone.DayOf(first); Minute(day) < open.Length; day = day.AddDays(1)) Colour(day);
        foreach (var b in busy)
            for (var m = (int)(b.From - first).TotalMinutes; m < (b.To - first).TotalMinutes; m++)
                if (m >= 0 && m < taken.Length) taken[m] = true;

        var free = new List<DateTimeOffset>();
        var (length, step) = ((int)hours.Length.TotalMinutes, (int)(hours.Length + hours.Break).TotalMinutes);
        for (var m = 0; m < open.Length;)
        {
            if (!open[m])
            {
                m++;
                continue;
            }
            var end = m + 1;
            while (end < open.Length && open[end] && !newRun[end]) end++;
            for (var at = m; at + length <= end; at += step)
            {
                var start = first.AddMinutes(at);
                if (start > now + hours.Notice && start < until && !taken.AsSpan(at, step).Contains(true)) free.Add(start);
            }
            m = end;
        }
        return free;

        int Minute(DateOnly day, int minute = 0) =>
            (int)((minute == 1440 ? zone.At(day.AddDays(1), default)
                : zone.At(day, TimeOnly.MinValue.AddMinutes(minute))) - first).TotalMinutes;

        void Colour(DateOnly day)
        {
            var (midnight, next) = (Minute(day), Math.Min(Minute(day.AddDays(1)), open.Length));
            if (calendar.HoursOf(day) is { } weekday && !hours.Absences.Any(a => day >= a.First && day <= a.Last))
            {
                foreach (var span in hours.Week.Where(s => s.Day == weekday))
                    for (var m = Minute(day, span.From); m < Math.Min(Minute(day, span.To), open.Length); m++) open[m] = true;
            }
            if (next < open.Length && !open.AsSpan(midnight, next - midnight).Contains(false)) newRun[next] = true;
        }
    }
}
