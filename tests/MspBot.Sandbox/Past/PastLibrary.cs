using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Sandbox.Past;

internal sealed record PastMaterial(long Id, string Name, string Kind, long Author, DateTimeOffset At, bool Hidden, long Topic)
{
    /// <summary>At which meeting it was handed out; null: at none.</summary>
    internal long? Seminar { get; init; }
}

internal sealed record PastTaken(long Material, long Person, DateTimeOffset At);

internal sealed record PastGiven(long Material, long SignUp, long Person, DateTimeOffset At);

internal sealed record PastWish(long Person, string Words, DateTimeOffset At);

internal sealed record PastBroadcast(long Id, DateTimeOffset At, bool Stopped, IReadOnlyList<(long Person, string Outcome)> Recipients);

/// <summary>Materials, who took them, what was looked for in vain, broadcasts with what became of them, topics people ask for.</summary>
internal sealed class PastLibrary
{
    internal static readonly IReadOnlyList<string> Topics =
        ["Читательская грамотность", "Подготовка к ОГЭ", "Формирующее оценивание", "Работа с источником", "Смысловое чтение",
            "Игры на уроке"];

    private static readonly string[] Kinds = ["Lesson", "Slides", "Guidelines", "Assessment", "Document"];
    private static readonly string[] Words = ["проценты 6 класс", "дроби", "сочинение",
        "опыты без лаборатории", "диагностика чтения", "эссе"];
    private const int EachWeek = 2;
    private const int TakenOfEach = 15;
    private const int RecipientsAtMost = 300;

    internal List<PastMaterial> Materials { get; } = [];
    internal List<PastTaken> Taken { get; } = [];
    internal List<PastGiven> Given { get; } = [];
    internal List<PastWish> Wishes { get; } = [];
    internal List<PastBroadcast> Broadcasts { get; } = [];

    /// <summary>Whom topics are told of: of each fifth person one.</summary>
    internal List<(long Person, long Topic)> Asked { get; } = [];

    internal static PastLibrary Make(DistrictPast past, int weeks, DateTimeOffset until, int seed)
    {
        var library = new PastLibrary();
        // With dice of their own: the rest stays what it was without them.
        var random = new Random(seed);
        DateTimeOffset? Moment(DateTimeOffset from)
        {
            var at = from + (until - from) * random.NextDouble();
            return at.DayOfYear is >= 190 and <= 230 ? null : at;   // high summer
        }
        long Person() => past.People[random.Next(past.People.Count)].Id;

        var came = past.SignUps.Where(s => s is { State: SignUpState.Confirmed, Came: true }).ToLookup(s => s.Seminar);
        var held = past.Seminars.Where(s => s.State == SeminarState.Published && s.EndsAt.AddHours(1) < until && came.Contains(s.Id))
            .ToList();
        for (var n = 0; n < weeks * EachWeek; n++)
        {
            if (Moment(past.Opened) is not { } at) continue;
            var id = library.Materials.Count + 1L;
            var meeting = held.Count > 0 && n % 4 == 0 ? held[random.Next(held.Count)] : null;
            var shown = meeting?.EndsAt ?? at;
            library.Materials.Add(new(id, $"{Topics[n % Topics.Count]}: материал {id}", Kinds[n % Kinds.Length], Person(), shown,
                n % 17 == 3, 1 + (n % Topics.Count))
            { Seminar = meeting?.Id });
            if (meeting is not null)
                library.Given.AddRange(came[meeting.Id].Select(s => new PastGiven(id, s.Id, s.Person, meeting.EndsAt.AddHours(1))));
            var people = new HashSet<long>();
            for (var taken = random.Next(TakenOfEach * 2); taken > 0; taken--)
            {
                if (Moment(shown) is { } when && Person() is var person && people.Add(person)) library.Taken.Add(new(id, person, when));
            }
        }
        var wishes = new List<PastWish>();
        for (var n = 0; n < weeks * EachWeek; n++)
        {
            if (Moment(past.Opened) is { } at) wishes.Add(new(Person(), Words[random.Next(Words.Length)], at));
        }
        library.Wishes.AddRange(wishes.DistinctBy(w => (w.Person, w.Words, w.At.UtcDateTime.Date)));
        for (var n = 0; n < weeks / 2; n++)
        {
            if (Moment(past.Opened) is { } at) library.Broadcasts.Add(Broadcast(library.Broadcasts.Count + 1, at, past, random));
        }
        library.Asked.AddRange(past.People.Where(p => p.Id % 5 == 0 && p.ErasedAt is null)
            .Select(p => (p.Id, 1 + (p.Id / 5 % Topics.Count))));
        return library;
    }

    private static PastBroadcast Broadcast(long id, DateTimeOffset at, DistrictPast past, Random random)
    {
        var stopped = id % 11 == 5;
        var first = random.Next(past.People.Count);
        var people = past.People.Skip(first).Take(random.Next(1, RecipientsAtMost)).Select(p => (p.Id, stopped ? "Stopped"
            : !p.Reachable ? "Blocked" : random.Next(40) switch { 0 => "Failed", 1 => "OptedOut", _ => "Sent" })).ToList();
        return new(id, at, stopped, people);
    }
}
