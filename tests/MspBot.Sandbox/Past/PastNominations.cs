using MspBot.Domain.Nominations;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Sandbox.Past;

/// <summary>
/// One place of seven was taken by a nomination of the person's school, or of one they worked at before; and some who said no, or were
/// taken back, have come by themselves.
/// </summary>
internal static class PastNominations
{
    private const int OneIn = 7;

    internal static void Make(DistrictPast past, DateTimeOffset until, int seed)
    {
        // With dice of their own: the rest stays what it was without them.
        var random = new Random(seed);
        var people = past.People.ToDictionary(p => p.Id);
        var starts = past.Seminars.ToDictionary(s => s.Id, s => s.StartsAt);
        var latest = new Dictionary<long, long>();
        for (var n = 0; n < past.SignUps.Count; n++)
        {
            var place = past.SignUps[n];
            if (random.Next(OneIn) > 0) continue;
            var id = past.Nominations.Count + 1L;
            var school = random.Next(10) == 0 ? null : place.School ?? people[place.Person].School;
            var before = latest.TryGetValue(place.Seminar, out var other) ? (long?)other : null;
            var dice = random.Next(10);
            var state = State(place.State, dice, before is not null);
            // Also after a no another teacher may be sent.
            var isReplaced = state == NominationState.Replaced || state == NominationState.Declined && dice == 9;
            var ended = place.CreatedAt.AddHours(random.Next(1, 48));
            past.Nominations.Add(new(id, place.Seminar, place.Person, school ?? past.Schools[random.Next(past.Schools.Count)].Id, state,
                place.CreatedAt, starts[place.Seminar], state == NominationState.Asked ? null : ended < until ? ended : until,
                isReplaced ? before : null));
            if (IsActive(state) || place.State == SignUpState.Cancelled) past.SignUps[n] = place with { Nomination = id };
            latest[place.Seminar] = id;
        }
    }

    private static bool IsActive(NominationState state) => state is NominationState.Asked or NominationState.Accepted;

    private static NominationState State(SignUpState place, int dice, bool canBeReplaced) => (place, dice) switch
    {
        (not SignUpState.Cancelled, < 5) => NominationState.Accepted,
        (not SignUpState.Cancelled, < 7) => NominationState.Asked,
        (_, < 2) => NominationState.Lapsed,
        (_, < 4) => NominationState.Withdrawn,
        (_, 8) when canBeReplaced => NominationState.Replaced,
        _ => NominationState.Declined,
    };
}
