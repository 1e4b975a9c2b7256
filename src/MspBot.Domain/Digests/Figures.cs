namespace MspBot.Domain.Digests;

/// <summary>The figures of one period; what each counts is said in docs/figures.md. Null: no data, never a division by nothing.</summary>
public sealed record Figures
{
    /// <summary>Ratings of fewer people are neither shown nor stored.</summary>
    public const int FewestRatings = 3;

    /// <summary>Seminars held.</summary>
    public int Seminars { get; init; }

    /// <summary>Of those, how many are not marked: seats were taken, and who came is unknown.</summary>
    public int Unmarked { get; init; }

    /// <summary>Seats taken in those that are marked.</summary>
    public int SignedUp { get; init; }

    public int Came { get; init; }

    /// <summary>Teachers whom their school has sent to these seminars, by how they answered, and who of them came.</summary>
    public int Nominated { get; init; }

    public int NominationsAccepted { get; init; }

    public int NominationsDeclined { get; init; }

    public int NominationsUnanswered { get; init; }

    public int NominationsLapsed { get; init; }

    public int NominatedCame { get; init; }

    public int NewSignUps { get; init; }

    /// <summary>Consultations: asked for, held, answered, and the median of hours until the first answer.</summary>
    public int Requested { get; init; }

    public int Held { get; init; }

    public int Answered { get; init; }

    public double? HoursToAnswer { get; init; }

    /// <summary>How many ratings were filed, and their mean.</summary>
    public int Ratings { get; init; }

    public double? Rating { get; init; }

    /// <summary>Low-results schools with somebody who took part, and how many such schools there are.</summary>
    public int ActiveSchools { get; init; }

    public int LowSchools { get; init; }

    /// <summary>Different people who took part in something.</summary>
    public int Reached { get; init; }

    /// <summary>Items of the plan whose last day has come in the period; of those, done by then, done later, and still not done.</summary>
    public int PlanDue { get; init; }

    public int PlanInTime { get; init; }

    public int PlanLate { get; init; }

    public int PlanOverdue { get; init; }

    /// <summary>The same from the beginning of the school year on: due, and done in time or later.</summary>
    public int PlanDueInYear { get; init; }

    public int PlanDoneInYear { get; init; }

    /// <summary>Seminars held that carry out no item; null where the school year has no plan.</summary>
    public int? Unplanned { get; init; }

    /// <summary>Personal links that schools have made, also those that are void or expired since; and those that were used.</summary>
    public int LinksMade { get; init; }

    public int LinksUsed { get; init; }

    /// <summary>The median of working days from sending a version to what was said to it.</summary>
    public double? DaysToAgreement { get; init; }

    /// <summary>Surveys of schools whose due day is over: how many schools were asked, and how many had sent by then.</summary>
    public int SurveysAsked { get; init; }

    public int SurveysInTime { get; init; }

    /// <summary>Materials shown in the library for the first time.</summary>
    public int MaterialsAdded { get; init; }

    /// <summary>Different people who took a material, its author not counted; and those who got one after a meeting.</summary>
    public int Took { get; init; }

    public int HandedOut { get; init; }

    /// <summary>Different words that were looked for in the library without a result.</summary>
    public int AskedInVain { get; init; }

    /// <summary>Broadcasts that went to their end; how many people they were for, and how many of those the messenger took them.</summary>
    public int Broadcasts { get; init; }

    public int Recipients { get; init; }

    public int Delivered { get; init; }

    /// <summary>People with at least one topic or subject, as it stands.</summary>
    public int Subscribed { get; init; }

    public double? DeliveredShare => Share(Delivered, Recipients);

    public double? AnsweredInTime => Share(SurveysInTime, SurveysAsked);

    public double? PlanCarriedOut => Share(PlanDoneInYear, PlanDueInYear);

    public double? Attendance => Share(Came, SignedUp);

    /// <summary>Whether nothing at all happened.</summary>
    public bool IsEmpty => Seminars + NewSignUps + Requested + Held + Answered + Ratings + Reached + LinksMade + LinksUsed
        + MaterialsAdded + Took + HandedOut + AskedInVain + Broadcasts == 0;

    public static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>One period's figures among those of others.</summary>
public sealed record PeriodFigures(DateOnly First, Figures Figures);
