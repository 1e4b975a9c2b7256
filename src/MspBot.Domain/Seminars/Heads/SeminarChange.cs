using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Domain.Seminars.Heads;

/// <summary>One thing about a seminar that the head wants otherwise.</summary>
public abstract record SeminarChange
{
    public sealed record Title(string To) : SeminarChange;

    /// <summary>The length stays.</summary>
    public sealed record Start(DateTimeOffset To) : SeminarChange;

    public sealed record Length(TimeSpan To) : SeminarChange;

    /// <summary>Null: unlimited.</summary>
    public sealed record Seats(int? To) : SeminarChange;

    public sealed record Audience(string? To) : SeminarChange;

    public sealed record Link(string? To) : SeminarChange;

    public sealed record Leader(PersonId To) : SeminarChange;

    public sealed record Description(string? To) : SeminarChange;

    /// <summary>Which item of the plan it carries out. Null: it is outside the plan.</summary>
    public sealed record PlanItem(PlanItemId? To) : SeminarChange;

    /// <summary>What of the seminar it is.</summary>
    public SeminarField Field => Enum.Parse<SeminarField>(GetType().Name);

    /// <summary>Whether those who are signed up or wait must hear of it.</summary>
    public bool IsNews => this is Title or Start or Length or Link or Leader;

    /// <summary>Whether a calendar that holds the seminar shows it otherwise now.</summary>
    public bool ShowsInCalendar => IsNews || this is Description;
}
