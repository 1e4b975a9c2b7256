using MspBot.Domain.Clock;

namespace MspBot.Sandbox.Demo;

/// <summary>A seminar of the demo and who has signed up to it, in order.</summary>
internal sealed record PlannedSeminar(
    string Uid, Theme Theme, DateTimeOffset StartsAt, TimeSpan Length, int? Seats, long Leader, string State, IReadOnlyList<long> Seated,
    IReadOnlyList<long> Waiting)
{
    public string Link => $"https://vstrecha.example/{Uid[5..].Replace("@sandbox", "", StringComparison.Ordinal)}";
}

/// <summary>
/// What happens in a week, the same whenever it is asked: on Monday a full seminar with a line, on Tuesday one with two
/// free places, on Wednesday one without a limit, on Thursday one with room; every other Friday a draft or a cancelled one.
/// </summary>
internal static class SeminarPlan
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(90);
    private static readonly (int Hour, int Minute)[] Starts = [(15, 30), (15, 0), (14, 30), (16, 0), (15, 0)];

    /// <param name="monday">The first day of the week.</param>
    /// <param name="weeksAhead">How far off it is: the farther, the fewer have signed up.</param>
    /// <param name="zone">Where its hours are meant.</param>
    internal static IEnumerable<PlannedSeminar> Week(DateOnly monday, int weeksAhead, SiteZone zone)
    {
        var number = monday.DayNumber / 7;
        for (var day = 0; day < 5; day++)
        {
            if (day == 4 && number % 2 == 0) yield break;
            var random = new Random(number * 10 + day);
            var people = Townspeople.All.Where(p => p.Roles.Count == 1).Select(p => p.TelegramId).ToArray();
            random.Shuffle(people);
            var (seats, seated, waiting) = Crowd(day, Math.Max(1, weeksAhead));
            yield return new(
                $"demo-{monday:yyyyMMdd}-{day}@sandbox", Themes.All[(number * 5 + day) % Themes.All.Count],
                zone.At(monday.AddDays(day), new TimeOnly(Starts[day].Hour, Starts[day].Minute)), Length, seats,
                day % 2 == 0 ? Townspeople.Head : Townspeople.All[2 + (number + day) % 6].TelegramId,
                day < 4 ? "Published" : number % 4 == 1 ? "Draft" : "Cancelled",
                people[..seated], people[seated..(seated + waiting)]);
        }
    }

    private static (int? Seats, int Seated, int Waiting) Crowd(int day, int weeksAhead) => day switch
    {
        0 when weeksAhead <= 2 => (8, 8, 3),
        0 => (8, 5, 0),
        1 => (12, weeksAhead <= 2 ? 10 : 12 - (3 * weeksAhead) + 3, 0),
        2 => (null, Math.Max(2, 19 - (4 * weeksAhead)), 0),
        3 => (15, Math.Max(1, 9 - (2 * weeksAhead)), 0),
        _ => (10, 0, 0),
    };
}
