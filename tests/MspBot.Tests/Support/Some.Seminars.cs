using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;

namespace MspBot.Tests.Support;

/// <summary>Seminars that tests talk about: only what matters is said.</summary>
internal static partial class Some
{
    /// <summary>Tuesday noon in UTC, 15:00 in Moscow: nobody sleeps.</summary>
    internal static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    internal static Seminar Seminar(int? seats = 2, SeminarState state = SeminarState.Published, TimeSpan? startsIn = null)
    {
        var start = Noon + (startsIn ?? TimeSpan.FromDays(7));
        return new(state, start, start + TimeSpan.FromMinutes(90), seats);
    }

    internal static SeminarDraft SeminarDraft(
        PersonId leader, int? seats = 2, string title = "Читательская грамотность", TimeSpan? startsIn = null, string? link = null) => new()
        {
            Kind = SeminarKind.RoundTable,
            Title = title,
            StartsAt = Noon + (startsIn ?? TimeSpan.FromDays(7)),
            Length = TimeSpan.FromMinutes(90),
            Seats = seats,
            JoinLink = link,
            Leader = leader,
        };
}
