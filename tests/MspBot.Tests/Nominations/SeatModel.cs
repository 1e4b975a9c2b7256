using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Tests.Nominations;

/// <summary>Somebody's place there is or was; kept: it was given back, and is still theirs.</summary>
internal sealed class PlaceModel(int who)
{
    internal int Who => who;

    internal SignUpState State { get; set; }

    internal SentModel? Sent { get; set; }

    internal SeatOfSchool? HeldBefore { get; set; }

    internal DateTimeOffset? KeptUntil { get; set; }

    internal bool WasPromoted { get; set; }

    internal bool NewsFailed { get; set; }

    internal bool IsActive => State != SignUpState.Cancelled;
}

/// <summary>A nomination.</summary>
internal sealed class SentModel(int who, int school)
{
    internal int Who => who;

    internal int School => school;

    internal NominationState State { get; set; } = NominationState.Asked;

    internal bool IsReplaced { get; set; }

    internal bool IsActive => State is NominationState.Asked or NominationState.Accepted;
}

/// <summary>A seat held for a school; returned: somebody who was sent gave it back, and the head does not hold it.</summary>
internal sealed record SeatOfSchool(int School, DateTimeOffset Until, bool IsReturned);

/// <summary>
/// Who has which place in one meeting, in plain loops: what the database must come to by the same deeds, one after the other.
/// </summary>
internal sealed partial class SeatModel(int? seats, IEnumerable<int> schoolOf, DateTimeOffset now, DateTimeOffset start, QuietHours quiet)
{
    private readonly List<PlaceModel> places = [];
    private readonly List<SentModel> sent = [];
    private readonly List<SeatOfSchool> held = [];
    private readonly List<int> promoted = [];

    internal int? Seats { get; private set; } = seats;

    internal int[] SchoolOf { get; } = [.. schoolOf];

    internal HashSet<int> Silent { get; } = [];

    internal HashSet<int> Erased { get; } = [];

    internal DateTimeOffset Now { get; set; } = now;

    internal DateTimeOffset Start { get; private set; } = start;

    internal bool IsCancelled { get; private set; }

    internal IReadOnlyList<PlaceModel> Places => [.. places.Where(p => p.IsActive)];

    internal IReadOnlyList<SentModel> Sent => sent;

    internal IReadOnlyList<SeatOfSchool> Held => held;

    internal int Kept => places.Count(p => p.KeptUntil is not null);

    internal bool IsOpen => !IsCancelled && Now < Start;

    internal bool IsLate => Start - Now < Promotion.AskedWithin;

    internal int Seated => places.Count(p => p.State == SignUpState.Confirmed);

    internal IReadOnlyList<PlaceModel> Line => [.. places.Where(p => p.State == SignUpState.Waitlisted)];

    internal int Free => Seats is { } all ? Math.Max(0, all - Seated - Kept - held.Count) : int.MaxValue;

    private bool HasRoomForKept => Seats is null || Seated + held.Count < Seats;

    internal bool CanBeTold(int who) => !Silent.Contains(who) && !Erased.Contains(who);

    internal PlaceModel? Of(int who) => places.SingleOrDefault(p => p.Who == who && p.IsActive);

    /// <summary>Who got a seat out of the line since it was last asked.</summary>
    internal IReadOnlyList<int> TakePromoted()
    {
        var all = promoted.Order().ToList();
        promoted.Clear();
        return all;
    }

    internal void SignUp(int who, bool orWait = true, SentModel? by = null)
    {
        if (!IsOpen || Of(who) is not null) return;
        var mine = places.LastOrDefault(p => p.Who == who && p.KeptUntil is not null);
        var own = held.Where(h => h.School == SchoolOf[who]).MinBy(h => h.Until);
        var isSeated = true;
        if (mine is not null && HasRoomForKept) own = null;
        else if (own is not null) held.Remove(own);
        else isSeated = (Line.Count == 0 || HasRoomForKept && !Line.Any(p => CanBeTold(p.Who))) && Free > 0;
        if (!isSeated && !orWait) return;

        // Who takes back a place to which they were sent is sent again.
        if (isSeated && by is null && mine?.Sent is { IsReplaced: false } again)
        {
            by = again;
            by.State = NominationState.Accepted;
        }
        if (!isSeated || mine is null) places.Add(mine = new(who));
        mine.State = isSeated ? SignUpState.Confirmed : SignUpState.Waitlisted;
        (mine.KeptUntil, mine.Sent, mine.HeldBefore) = (null, by, own);
    }

    /// <returns>Whether it was done; it is asked about first where others wait for it.</returns>
    internal bool GiveBack(int who, bool sure)
    {
        if (!IsOpen || Of(who) is not { } place) return false;
        var again = HeldAfter(place, isSent: true);
        var free = Seats is { } all ? Math.Max(0, all - (Seated - 1) - Kept - held.Count) : int.MaxValue;
        var isFinal = place.State == SignUpState.Confirmed && (again is null ? Line.Count > 0 && free > 0
            : Line.Any(p => CanBeTold(p.Who) && SchoolOf[p.Who] == again.School));
        if (isFinal && !sure) return false;
        if (place.State == SignUpState.Confirmed && !isFinal && again is null) place.KeptUntil = Now + SeatReturn.KeptFor;
        if (place.Sent is { } one) one.State = NominationState.Declined;
        Leave(place, again);
        return true;
    }

    /// <summary>The nomination ends, and the place with it.</summary>
    internal void End(SentModel one, NominationState to)
    {
        one.State = to;
        var place = places.Single(p => p.IsActive && p.Sent == one);
        Leave(place, HeldAfter(place, isSent: to != NominationState.Lapsed));
    }

    internal void LeaveForGood(int who)
    {
        if (!IsOpen || Of(who) is not { } place) return;
        if (place.Sent is { } one) one.State = NominationState.Declined;
        Leave(place, HeldAfter(place, isSent: true));
    }

    internal bool MayBeSent(int who, int school) => IsOpen && !Erased.Contains(who) && SchoolOf[who] == school && Of(who) is null
        && sent.Count(s => s.Who == who && s.School == school && s.State == NominationState.Declined) <= 1;

    internal void Nominate(int who)
    {
        if (!MayBeSent(who, SchoolOf[who])) return;
        sent.Add(new(who, SchoolOf[who]));
        SignUp(who, by: sent[^1]);
    }

    /// <summary>The newcomer takes the seat at once; where the other waited, what a newcomer gets.</summary>
    internal void Replace(SentModel former, int by)
    {
        if (former.IsReplaced || !MayBeSent(by, former.School)) return;
        sent.Add(new(by, former.School));
        former.IsReplaced = true;
        if (!former.IsActive)
        {
            SignUp(by, by: sent[^1]);
            return;
        }
        former.State = NominationState.Replaced;
        var place = places.Single(p => p.IsActive && p.Sent == former);
        var hadSeat = place.State == SignUpState.Confirmed;
        place.State = SignUpState.Cancelled;
        if (hadSeat) places.Add(new(by) { State = SignUpState.Confirmed, Sent = sent[^1], HeldBefore = place.HeldBefore });
        else SignUp(by, by: sent[^1]);
    }

    internal void Hold(int school, int count, DateTimeOffset until)
    {
        if (IsOpen && Seats is not null && until > Now && until <= SchoolSeats.Latest(Start) && count <= Free
            && !Line.Any(p => CanBeTold(p.Who))) held.AddRange(Enumerable.Repeat(new SeatOfSchool(school, until, false), count));
    }

    /// <summary>The head of the site frees what they hold, also what somebody has taken of it.</summary>
    internal void FreeOf(int school)
    {
        Predicate<SeatOfSchool> which = h => h.School == school && !h.IsReturned;
        foreach (var place in Places)
            if (place.HeldBefore is { } before && which(before)) place.HeldBefore = null;
        Release(which);
    }

    internal void Release(Predicate<SeatOfSchool> which)
    {
        held.RemoveAll(which);
        Fill();
    }

    internal void SetSeats(int? to)
    {
        if (IsCancelled || Now >= Start.AddMinutes(90) || to == Seats || to < Seated + held.Count) return;
        if (to is null && Seats is not null) NothingHeld();
        Seats = to;
        Promote();
    }

    internal void Move(DateTimeOffset to)
    {
        if (IsCancelled || Now >= Start.AddMinutes(90) || to <= Now || to == Start) return;
        if (to < Start)
        {
            var last = SchoolSeats.Latest(to);
            for (var at = 0; at < held.Count; at++) if (held[at].Until > last) held[at] = held[at] with { Until = last };
        }
        Start = to;
        Promote();
    }

    internal void Cancel()
    {
        if (IsCancelled || Now >= Start.AddMinutes(90)) return;
        IsCancelled = true;
        NothingHeld();
    }
}
