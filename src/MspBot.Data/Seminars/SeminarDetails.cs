using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars;

/// <summary>A seminar with everything its card says, as it stands to one person.</summary>
public sealed record SeminarDetails
{
    public SeminarId Id { get; init; }

    public SeminarKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Audience { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Null: unlimited.</summary>
    public int? Seats { get; init; }

    public int Seated { get; init; }

    public int Waiting { get; init; }

    /// <summary>Whether no one in line can be reached, so that newcomers may take a free seat.</summary>
    public bool PassedOver { get; init; }

    /// <summary>Seats that were given back a moment ago, and whether one of them is the person's own.</summary>
    public int Kept { get; init; }

    public bool KeepsMine => KeptBy is not null;

    /// <summary>By which nomination the person had that seat; 0: by themselves; null: none of the kept seats is theirs.</summary>
    public long? KeptBy { get; init; }

    /// <summary>Seats held for schools, and how many of them are for the school of the person it is shown to.</summary>
    public int Held { get; init; }

    public int HeldForMine { get; init; }

    /// <summary>Shown only to those who are seated.</summary>
    public string? JoinLink { get; init; }

    public SeminarState State { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>False for a draft, also for one that was thrown away.</summary>
    public bool WasPublished { get; init; }

    public required string CalendarUid { get; init; }

    public int CalendarSequence { get; init; }

    /// <summary>Grows with each change that the head makes.</summary>
    public int Version { get; init; }

    /// <summary>Who leads it.</summary>
    public string? Leader { get; init; }

    public PersonId? LeaderId { get; init; }

    /// <summary>Whether the person it is shown to leads it.</summary>
    public bool Leads { get; init; }

    /// <summary>For the leader, who says it aloud to those who came another way.</summary>
    public string CodeWord { get; init; } = "";

    /// <summary>The person's own active sign-up: its number, its state, and the place in line if it waits.</summary>
    public long? MySignUp { get; init; }

    public SignUpState? Mine { get; init; }

    public int? MyPlace { get; init; }

    /// <summary>Whether the person waits and may take a seat that is free now.</summary>
    public bool Asked { get; init; }

    /// <summary>
    /// For which school the seat was held that they took, until when, and whose place it was before; null: it was held for none.
    /// </summary>
    public SchoolId? MyHeldFor { get; init; }

    public DateTimeOffset? MyHeldUntil { get; init; }

    public NominationId? MyHeldMadeFor { get; init; }

    /// <summary>By which nomination the person has the place; null: by themselves.</summary>
    public NominationId? Nomination { get; init; }

    public SchoolId? NominatedBySchool { get; init; }

    /// <summary>The name of the school's head; null also once they are erased.</summary>
    public string? NominatedBy { get; init; }

    /// <summary>What the school's head has written with it.</summary>
    public string? NominationWords { get; init; }

    /// <summary>Whether the person has not said yet if they will come, and until when they are asked to.</summary>
    public bool AwaitsAnswer { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Whether the person came; null while nothing is known.</summary>
    public bool? Came { get; init; }

    /// <summary>The item of the plan that it carries out, and its number there; null outside the plan.</summary>
    public PlanItemId? PlanItem { get; init; }

    public int? PlanNumber { get; init; }

    public Seminar Seminar => new(State, StartsAt, EndsAt, Seats);

    public Seating Attendance => new(Seated, Waiting, Mine, PassedOver)
    {
        Kept = Kept,
        KeepsMine = KeepsMine,
        Held = Held,
        HeldForMine = HeldForMine,
        Leads = Leads,
    };
}
