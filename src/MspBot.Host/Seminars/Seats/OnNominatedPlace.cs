using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars.Seats;

/// <summary>
/// What another feature does when a teacher whom the head of their school has sent comes in, gives the place back by themselves, or takes
/// it back. Runs in the turn's transaction. Registered with AddScoped&lt;OnNominatedPlace, …&gt;.
/// </summary>
internal abstract class OnNominatedPlace
{
    /// <param name="turn">Theirs.</param>
    /// <param name="details">The meeting as it stands to them.</param>
    public abstract Task CameIn(Turn turn, SeminarDetails details);

    /// <param name="turn">Theirs, also that of their erasure.</param>
    /// <param name="nomination">By which they had the place.</param>
    /// <param name="left">What became of it.</param>
    /// <param name="isErased">They are about to be erased: their name goes nowhere any more.</param>
    public abstract Task Left(Turn turn, NominationId nomination, SeatReturnResult left, bool isErased);

    /// <summary>Somebody has taken back the seat that they had given back a moment ago; by a nomination or by themselves.</summary>
    /// <param name="turn">Theirs.</param>
    /// <param name="details">The meeting as it stands to them.</param>
    public abstract Task CameBack(Turn turn, SeminarDetails details);
}

/// <summary>
/// By when teachers whom the head of their school has sent are to answer, where that changes. Implemented once, by Nominations; not a part
/// of <see cref="OnNominatedPlace"/>, which tells by the notices that call this.
/// </summary>
internal abstract class NomineeDues
{
    /// <summary>
    /// Those who got a seat out of the line, and all of a meeting that was moved, are asked anew. Before any card is drawn or anybody is
    /// told.
    /// </summary>
    /// <param name="id">The meeting.</param>
    /// <param name="seated">Who got a seat.</param>
    /// <param name="now">The turn's moment, or the job's.</param>
    public abstract Task Renew(SeminarId id, IReadOnlyCollection<Promoted> seated, DateTimeOffset now);

    /// <summary>The meeting is cancelled: what was to be asked in the morning is not.</summary>
    public abstract Task End(SeminarId id);
}

/// <summary>Calls them where there is a nomination; only then they are made.</summary>
internal sealed class NominatedPlaces(IServiceProvider services)
{
    /// <returns>The details with the answer that coming in is.</returns>
    internal async Task<SeminarDetails> CameIn(Turn turn, SeminarDetails details)
    {
        if (!details.AwaitsAnswer) return details;
        foreach (var one in services.GetServices<OnNominatedPlace>()) await one.CameIn(turn, details);
        return details with { AwaitsAnswer = false };
    }

    internal async Task Left(Turn turn, SeatReturnResult left, bool isErased = false)
    {
        if (left.Nomination is not { } nomination) return;
        foreach (var one in services.GetServices<OnNominatedPlace>()) await one.Left(turn, nomination, left, isErased);
    }

    internal async Task CameBack(Turn turn, SeminarDetails details)
    {
        foreach (var one in services.GetServices<OnNominatedPlace>()) await one.CameBack(turn, details);
    }
}
