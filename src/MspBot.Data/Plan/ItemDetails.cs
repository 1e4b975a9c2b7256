using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>One version of an item, as it was written.</summary>
/// <param name="Version">Counted from 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="ResponsibleName">The full name of the responsible person; null when words stand there, or when they are erased.</param>
/// <param name="IsExcluding">Agreed, it takes the item out of the plan.</param>
/// <param name="Reason">Why it is otherwise than the one in force.</param>
/// <param name="By">Who made it of the one before; whose text it is, <see cref="ItemDetails.Authors"/> says.</param>
/// <param name="At">When it was written.</param>
/// <param name="SentAt">When it was sent; null: not yet.</param>
public sealed record ItemVersion(
    int Version, ItemText Text, string? ResponsibleName, bool IsExcluding, string? Reason, PersonId By, DateTimeOffset At,
    DateTimeOffset? SentAt);

/// <summary>How much of a plan somebody reads.</summary>
public enum ItemScope
{
    /// <summary>Heads: drafts too.</summary>
    All,

    /// <summary>Methodologists: what was sent to them, and what is in force.</summary>
    Sent,

    /// <summary>Observers.</summary>
    InForce,
}

/// <summary>What was said to the present version of an item.</summary>
/// <param name="Remark">Null: it was agreed.</param>
/// <param name="By">Who said it.</param>
/// <param name="ByName">Their full name; null when they are erased.</param>
/// <param name="At">When.</param>
public sealed record ItemDecision(string? Remark, PersonId By, string? ByName, DateTimeOffset At);

/// <summary>An item as heads and methodologists see it.</summary>
public sealed record ItemDetails
{
    public required PlanItemId Id { get; init; }
    public required PlanId Plan { get; init; }
    public required SchoolYear Year { get; init; }
    public required int Number { get; init; }
    public required ItemState State { get; init; }

    /// <summary>What a button names; see <see cref="ItemRules"/>.</summary>
    public required int Revision { get; init; }

    /// <summary>What is written or read now.</summary>
    public required ItemVersion Now { get; init; }

    /// <summary>What was agreed last and holds until another version is; null: nothing yet.</summary>
    public required ItemVersion? InForce { get; init; }

    /// <summary>Who wrote what of it nobody has agreed yet; none of them decides on it.</summary>
    public IReadOnlyList<PersonId> Authors { get; init; } = [];

    /// <summary>What was said to the present version; null: nothing yet.</summary>
    public required ItemDecision? Decision { get; init; }

    /// <summary>The remark with which the present version came back; null where it did not.</summary>
    public string? Remark => Decision?.Remark;

    /// <summary>The first meeting that was held and to which somebody came.</summary>
    public required DateTimeOffset? HeldAt { get; init; }

    /// <summary>A published meeting is still to come, or nobody is marked in it yet.</summary>
    public required bool IsAnnounced { get; init; }

    /// <summary>How many meetings of it are published.</summary>
    public required int Meetings { get; init; }

    /// <summary>Meetings are tied to it, drafts and cancelled ones too.</summary>
    public required bool HasMeetings { get; init; }

    /// <summary>The day of the mark by hand.</summary>
    public required DateOnly? DoneOn { get; init; }

    public required string? DoneWords { get; init; }

    /// <summary>The material that shows what came of it.</summary>
    public required long? DoneMaterial { get; init; }

    /// <summary>What the fact is measured by: the version in force; of what was never agreed, what is written.</summary>
    public ItemVersion Measure => InForce ?? Now;

    /// <summary>What somebody with this scope reads; null: nothing of it.</summary>
    public ItemVersion? SeenIn(ItemScope scope) => scope switch
    {
        ItemScope.All => Now,
        ItemScope.Sent => Now.SentAt is null ? InForce : Now,
        _ => State == ItemState.Excluded ? null : InForce,
    };

    public PlanItem Rule => new(Year, State, Now.Version, InForce?.Version, Revision, Authors, Now.IsExcluding, DoneOn);

    public Fact FactAt(DateTimeOffset now, SiteZone zone) => Known(zone).At(Measure.Text.Term.Last, zone.DayOf(now));

    /// <summary>The first day on which it was carried out; null: it was not.</summary>
    public DateOnly? HeldOn(SiteZone zone) => Known(zone).HeldOn;

    private ItemMeetings Known(SiteZone zone) => ItemMeetings.Of(HeldAt is { } at ? zone.DayOf(at) : null, DoneOn, IsAnnounced);
}
