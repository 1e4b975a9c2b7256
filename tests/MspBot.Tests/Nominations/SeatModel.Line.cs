using MspBot.Domain.Clock;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Tests.Nominations;

/// <content>What the clock does, and who gets what lies free.</content>
internal sealed partial class SeatModel
{
    internal void EndKept()
    {
        var over = places.Where(p => p.KeptUntil <= Now).ToList();
        if (over.Count == 0) return;
        foreach (var place in over) place.KeptUntil = null;
        Fill();
    }

    internal void EndHeld()
    {
        if (held.Any(h => h.Until <= Now)) Release(h => h.Until <= Now);
    }

    /// <summary>Who could not be told of their seat waits again.</summary>
    internal void GiveOn()
    {
        var back = places.Where(p => p is { State: SignUpState.Confirmed, NewsFailed: true } && Silent.Contains(p.Who)).ToList();
        if (back.Count == 0 || !IsOpen) return;
        foreach (var place in back)
        {
            if (Again(place) is { } again) held.Add(again);
            (place.State, place.HeldBefore, place.NewsFailed, place.WasPromoted) = (SignUpState.Waitlisted, null, false, false);
        }
        Fill();
    }

    /// <summary>First those for whose school a seat is held, then the line.</summary>
    internal void Fill()
    {
        PromoteOfSchools();
        Promote();
    }

    private void Leave(PlaceModel place, SeatOfSchool? again)
    {
        place.State = SignUpState.Cancelled;
        if (again is null)
        {
            Promote();
            return;
        }
        held.Add(again);
        PromoteOfSchools();
    }

    private SeatOfSchool? HeldAfter(PlaceModel place, bool isSent)
    {
        if (place.State != SignUpState.Confirmed || Seats is null) return null;
        // Counted from when the school's head hears of it.
        var told = quiet.NotBefore(Now, Start) ?? Now;
        var (again, until) = (Again(place), Earlier(quiet.Calendar.After(told, 1, quiet.Zone), Start - SchoolSeats.NotReturnedWithin));
        var returned = isSent && place.Sent is { } one && until > told ? new SeatOfSchool(one.School, until, true) : null;
        return again is null || returned is not null && returned.School == again.School && returned.Until > again.Until ? returned : again;
    }

    private SeatOfSchool? Again(PlaceModel place) => place.HeldBefore is { } before && Seats is not null
        && Earlier(before.Until, SchoolSeats.Latest(Start)) is var until && until > Now ? before with { Until = until } : null;

    private void NothingHeld()
    {
        held.Clear();
        foreach (var place in places) place.HeldBefore = null;
    }

    private void PromoteOfSchools()
    {
        if (!IsOpen || IsLate) return;
        foreach (var place in Line.Where(p => CanBeTold(p.Who)))
        {
            if (held.Where(h => h.School == SchoolOf[place.Who]).MinBy(h => h.Until) is not { } own) continue;
            held.Remove(own);
            Seat(place, own);
        }
    }

    private void Promote()
    {
        if (!IsOpen || IsLate) return;
        foreach (var place in Line.Where(p => CanBeTold(p.Who)))
        {
            if (Free > 0) Seat(place, null);
        }
    }

    private void Seat(PlaceModel place, SeatOfSchool? own)
    {
        (place.State, place.HeldBefore, place.WasPromoted) = (SignUpState.Confirmed, own, true);
        promoted.Add(place.Who);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
