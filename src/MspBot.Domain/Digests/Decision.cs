namespace MspBot.Domain.Digests;

public enum DecisionKind
{
    /// <summary>A request for a consultation that has had no answer for two days.</summary>
    UnansweredRequest,

    /// <summary>A seminar that is over and whose attendance is not marked.</summary>
    UnmarkedSeminar,

    /// <summary>A seminar of the coming week that few have signed up to.</summary>
    EmptySeminar,

    /// <summary>A low-results school with no participation for 30 days.</summary>
    SilentSchool,

    /// <summary>Somebody with a seat in the coming week, or a tutor, who has stopped the bot.</summary>
    UnreachablePerson,

    /// <summary>An item of the plan whose last day comes in two weeks, with no meeting and no mark.</summary>
    PlanItemDue,

    /// <summary>An item of this year's plan whose last day is over, and nothing was held.</summary>
    PlanItemOverdue,

    /// <summary>A plan that has had no answer of the methodology department for a working week.</summary>
    UnansweredPlan,

    /// <summary>An open survey whose due day is over, and not all schools have sent.</summary>
    SurveyLate,

    /// <summary>A survey with answers of schools that nobody has looked at.</summary>
    AnswersToCheck,

    /// <summary>A broadcast of the last days that did not reach more than one in twenty.</summary>
    BroadcastUndelivered,

    /// <summary>A material that a teacher has offered, and no head has decided on for three working days.</summary>
    MaterialOffered,
}

/// <summary>Something that waits for somebody's decision.</summary>
public sealed record Decision
{
    public DecisionKind Kind { get; init; }

    /// <summary>
    /// Of the request, the seminar, the school, the person, the item of a plan, the plan, the survey, the broadcast, the material.
    /// </summary>
    public long Id { get; init; }

    /// <summary>The school's name, the seminar's title, what the request or the broadcast is about.</summary>
    public string? Name { get; init; }

    /// <summary>Who asks: people are numbers.</summary>
    public long? Teacher { get; init; }

    /// <summary>Who is asked, or leads the seminar.</summary>
    public long? Tutor { get; init; }

    public string? Subject { get; init; }

    /// <summary>When the seminar starts, since when the request waits, when the plan was sent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// Of an item in its plan; of a plan, how many items wait; of a survey, how many schools; of a broadcast, how many it did not reach.
    /// </summary>
    public int Number { get; init; }

    /// <summary>The last day of an item, the due day of a survey.</summary>
    public DateOnly? Day { get; init; }

    public int Seated { get; init; }

    public int Seats { get; init; }
}

/// <summary>What counts as waiting for a decision.</summary>
public static class Decisions
{
    public const int SilentDays = 30;

    /// <summary>Attendance of longer ago is no longer asked for.</summary>
    public const int UnmarkedDays = 60;

    /// <summary>So many days before its last one an item without a meeting is asked about.</summary>
    public const int ItemDays = 14;

    /// <summary>A seminar is nearly empty when fewer than one seat in so many is taken.</summary>
    public const int OneIn = 4;

    /// <summary>In percent: fewer than so many undelivered are nothing to decide.</summary>
    public const int Undelivered = 5;

    /// <summary>Whom a broadcast of longer ago did not reach is not asked about any more.</summary>
    public static readonly TimeSpan BroadcastFor = TimeSpan.FromDays(14);

    /// <summary>In working days: an offered material that waits longer is asked about.</summary>
    public const int OfferedDays = 3;

    public static readonly TimeSpan Unanswered = TimeSpan.FromHours(48);

    public static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>By kind: what is of one kind is one line and one button.</summary>
    public static IReadOnlyList<IReadOnlyList<Decision>> ByKind(IReadOnlyList<Decision> all) =>
        [.. all.GroupBy(d => d.Kind).OrderBy(kind => kind.Key).Select(kind => (IReadOnlyList<Decision>)[.. kind])];
}
