using MspBot.Domain.Seminars.Seats;

namespace MspBot.Tests.Nominations;

/// <summary>
/// Who has which place in one meeting far ahead, in plain loops: what the database must come to by the same deeds, one after the other.
/// Everybody can be told, and every place of a nominated teacher is held for their school until <see cref="ReturnedUntil"/>.
/// </summary>
internal sealed class SeatModel(int? seats, IReadOnlyList<long> schoolOf)
{
    private readonly List<(int Who, SignUpState State, bool IsNominated)> places = [];
    private readonly List<(long School, int Until)> held = [];

    internal const int ReturnedUntil = 0;

    internal int? Seats { get; private set; } = seats;

    internal IReadOnlyList<(int Who, SignUpState State)> Places => [.. places.Select(p => (p.Who, p.State))];

    internal int Held => held.Count;

    internal int HeldFor(long school) => held.Count(h => h.School == school);

    private int Seated => places.Count(p => p.State == SignUpState.Confirmed);

    private bool Waits => places.Any(p => p.State == SignUpState.Waitlisted);

    private int Free => Seats is { } all ? all - Seated - held.Count : int.MaxValue;

    internal bool Has(int who) => places.Any(p => p.Who == who);

    internal void SignUp(int who, bool isNominated = false)
    {
        if (Has(who)) return;
        var own = held.FindIndex(h => h.School == schoolOf[who]);
        var isSeated = own >= 0 || !Waits && Free > 0;
        if (own >= 0) held.RemoveAt(own);
        places.Add((who, isSeated ? SignUpState.Confirmed : SignUpState.Waitlisted, isNominated));
    }

    internal void Leave(int who)
    {
        if (places.FindIndex(p => p.Who == who) is not (>= 0 and var at)) return;
        var place = places[at];
        places.RemoveAt(at);
        if (place is { IsNominated: true, State: SignUpState.Confirmed } && Seats is not null) Hold(schoolOf[who], 1, ReturnedUntil);
        Fill();
    }

    /// <summary>The newcomer takes the seat at once, or waits at the line's end where the other waited.</summary>
    internal void Replace(int who, int by)
    {
        var state = places.Single(p => p.Who == who).State;
        places.RemoveAll(p => p.Who == who);
        places.Add((by, state, true));
    }

    internal void Hold(long school, int count, int until)
    {
        held.AddRange(Enumerable.Repeat((school, until), count));
        var sorted = held.OrderBy(h => h.Until).ToList();
        held.Clear();
        held.AddRange(sorted);
    }

    internal bool MayHold(int count) => Seats is not null && !Waits && count <= Free;

    internal void Release(Func<(long School, int Until), bool> which)
    {
        held.RemoveAll(h => which(h));
        Fill();
    }

    internal void Change(int? to)
    {
        if (to == Seats || to < Seated + held.Count) return;
        Seats = to;
        if (to is null) held.Clear();
        Fill();
    }

    /// <summary>First those for whose school a seat is held, then the line.</summary>
    private void Fill()
    {
        for (var at = 0; at < places.Count; at++)
        {
            if (places[at].State != SignUpState.Waitlisted) continue;
            var own = held.FindIndex(h => h.School == schoolOf[places[at].Who]);
            if (own < 0) continue;
            held.RemoveAt(own);
            places[at] = places[at] with { State = SignUpState.Confirmed };
        }
        for (var at = 0; at < places.Count && Free > 0; at++)
        {
            if (places[at].State == SignUpState.Waitlisted) places[at] = places[at] with { State = SignUpState.Confirmed };
        }
    }
}
