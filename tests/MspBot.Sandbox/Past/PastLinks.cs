using MspBot.Domain.People.Rosters;

namespace MspBot.Sandbox.Past;

/// <summary>Lists of teachers with personal links: some were used, some are void by a later list, some have expired.</summary>
internal static class PastLinks
{
    private const int ListsOfEach = 4;
    private const int Longest = 12;

    internal static void Make(DistrictPast past, DateTimeOffset until, int seed)
    {
        // With dice of their own: the rest stays what it was without them.
        var random = new Random(seed);
        var lists = Enumerable.Range(0, ListsOfEach * past.Schools.Count)
            .Select(_ => (School: past.Schools[random.Next(past.Schools.Count)].Id, At: past.Opened
                + (until - past.Opened) * random.NextDouble()))
            .Where(list => !IsHighSummer(list.At)).OrderBy(list => list.At).ToList();
        for (var n = 0; n < lists.Count; n++)
        {
            var (school, at) = lists[n];
            var next = lists.Skip(n + 1).Where(later => later.School == school).Select(later => (DateTimeOffset?)later.At).FirstOrDefault();
            var links = random.Next(1, Longest);
            for (var number = 1; number <= links; number++)
            {
                var used = at + RosterLink.Lasts * (random.NextDouble() * 2);
                var isUsed = used < at + RosterLink.Lasts && used < (next ?? until) && !IsHighSummer(used);
                past.Links.Add(new(n + 1, number, school, at, isUsed ? used : null,
                    isUsed ? past.People[random.Next(past.People.Count)].Id : null, isUsed ? null : next));
            }
        }
    }

    /// <summary>When nothing happens.</summary>
    private static bool IsHighSummer(DateTimeOffset at) => at.DayOfYear is >= 190 and <= 230;
}
