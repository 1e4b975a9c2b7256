using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Meetings;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars.Heads;

/// <summary>
/// The result of a head's change: nothing is written when it was refused. <paramref name="Before"/> and <paramref name="After"/> are the
/// details as the head sees them.
/// </summary>
public sealed record SeminarResult(
    SeminarRefusal? Refusal, SeminarDetails? Before, SeminarDetails? After, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked,
    IReadOnlyList<Promoted> OfferOver)
{
    /// <summary>What was held for schools there and is no more.</summary>
    public IReadOnlyList<SeatsOfSchool> Freed { get; init; } = [];

    /// <summary>The leader's other engagement at that time, if that is why it was refused.</summary>
    public Engagement? Clash { get; init; }

    internal static SeminarResult Refuse(SeminarRefusal because, SeminarDetails? before = null) => new(because, before, null, [], [], []);
}
