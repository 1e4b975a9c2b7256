using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars.Seats;

/// <summary>What has changed at a meeting that cards of schools tell of: its seats for schools, whom they sent, or when it is.</summary>
internal sealed record SeatsChange(SeminarId Meeting)
{
    /// <summary>Schools for which seats were held there until now.</summary>
    public IReadOnlyCollection<SchoolId> Freed { get; init; } = [];

    /// <summary>Who has taken a seat that was held for their school.</summary>
    public IReadOnlyCollection<PersonId> Took { get; init; } = [];

    /// <summary>Nothing else has changed: only cards of their schools tell of it.</summary>
    public bool OnlyTook { get; init; }

    /// <summary>The only school whose cards tell of it; null: any may.</summary>
    public SchoolId? School { get; init; }

    /// <summary>With a school: which of its nominations stand otherwise.</summary>
    public IReadOnlyCollection<NominationId> Nominations { get; init; } = [];
}

/// <summary>
/// What another feature does when the seats for schools at a meeting have changed: its own cards tell of them. Runs in the transaction of
/// the change. Registered with AddScoped&lt;OnSeatsChanged, …&gt;.
/// </summary>
internal abstract class OnSeatsChanged
{
    /// <summary>By a turn, before anything fresh is told.</summary>
    public abstract Task Changed(Turn turn, SeatsChange change);

    /// <summary>By a job.</summary>
    public abstract Task Changed(SeatsChange change, DateTimeOffset now);

    /// <summary>Seats have no limit any more, so that nothing is held for these schools.</summary>
    /// <returns>How many heads of schools are told.</returns>
    public abstract Task<int> Unlimited(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed);

    /// <summary>It begins at another moment; those who have a place were told.</summary>
    /// <returns>How many heads of schools are told.</returns>
    public abstract Task<int> Moved(Turn turn, SeminarDetails before, SeminarDetails after);

    /// <summary>It is cancelled; those who had a place were told.</summary>
    /// <returns>How many heads of schools are told.</returns>
    public abstract Task<int> Cancelled(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed);
}

/// <summary>
/// Calls them, and makes them only then: a meeting without seats for schools and without anybody sent there costs nothing.
/// </summary>
internal sealed class SeatsChanges(IServiceProvider services)
{
    internal async Task Changed(Turn turn, SeatsChange change)
    {
        foreach (var one in services.GetServices<OnSeatsChanged>()) await one.Changed(turn, change);
    }

    internal async Task Changed(SeatsChange change, DateTimeOffset now)
    {
        foreach (var one in services.GetServices<OnSeatsChanged>()) await one.Changed(change, now);
    }

    /// <returns>How many heads of schools are told.</returns>
    internal async Task<int> Unlimited(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed) =>
        freed.Count == 0 ? 0 : await Told(one => one.Unlimited(turn, details, freed));

    /// <returns>How many heads of schools are told.</returns>
    internal Task<int> Moved(Turn turn, SeminarDetails before, SeminarDetails after) => Told(one => one.Moved(turn, before, after));

    /// <returns>How many heads of schools are told.</returns>
    internal Task<int> Cancelled(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed) =>
        Told(one => one.Cancelled(turn, details, freed));

    private async Task<int> Told(Func<OnSeatsChanged, Task<int>> tell)
    {
        var told = 0;
        foreach (var one in services.GetServices<OnSeatsChanged>()) told += await tell(one);
        return told;
    }

    /// <summary>What somebody who was seated out of the line changes of it; null: nothing.</summary>
    internal static SeatsChange? Of(SeminarId meeting, IReadOnlyList<Promoted> promoted) =>
        promoted.Any(p => p.IsNominated || p.TookHeld)
            ? new(meeting) { Took = [.. promoted.Where(p => p.TookHeld).Select(p => new PersonId(p.Person))] } : null;

    /// <summary>Both at once, so that a card is drawn once; of any school as soon as somebody was seated out of the line.</summary>
    internal static SeatsChange? Of(SeminarId meeting, IReadOnlyList<Promoted> promoted, SeatsChange? change) =>
        Of(meeting, promoted) is not { } seated ? change
        : change is null ? seated : change with { Took = seated.Took, School = null };
}
