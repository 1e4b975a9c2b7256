namespace MspBot.Sandbox.Past;

/// <summary>
/// Teachers who have changed schools, and erased people whose school is known: what had ended by then names the school that they left.
/// </summary>
internal static class PastMoves
{
    /// <summary>One teacher of so many has come from another school.</summary>
    private const int OneIn = 12;

    internal static void Make(DistrictPast past, DateTimeOffset until, int seed)
    {
        // With dice of their own: the rest stays what it was without them.
        var random = new Random(seed);
        var left = new Dictionary<long, (long School, DateTimeOffset At)>();
        foreach (var person in past.People)
        {
            var school = past.Schools[random.Next(past.Schools.Count)].Id;
            var at = past.Opened + (until - past.Opened) * random.NextDouble();
            if (person.ErasedAt is { } erased && person.Id % 2 == 0) left[person.Id] = (school, erased);
            else if (person.ErasedAt is null && random.Next(OneIn) == 0) left[person.Id] = (school, at);
        }

        var seminars = past.Seminars.ToDictionary(s => s.Id, s => (DateTimeOffset?)s.EndsAt);
        var consultations = past.Consultations.ToDictionary(c => c.Id, c => c.StartsAt + PastConsultation.Length);
        for (var n = 0; n < past.SignUps.Count; n++)
            past.SignUps[n] = past.SignUps[n] with { School = Left(past.SignUps[n].Person, seminars[past.SignUps[n].Seminar]) };
        for (var n = 0; n < past.Consultations.Count; n++)
            past.Consultations[n] = past.Consultations[n] with { School = Left(past.Consultations[n].Teacher, consultations[n + 1]) };
        for (var n = 0; n < past.Members.Count; n++)
            past.Members[n] = past.Members[n] with { School = Left(past.Members[n].Person, consultations[past.Members[n].Consultation]) };

        long? Left(long? person, DateTimeOffset? ended) =>
            person is { } one && left.TryGetValue(one, out var then) && ended <= then.At ? then.School : null;
    }
}
