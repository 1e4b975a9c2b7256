namespace MspBot.Domain.Digests;

/// <summary>
/// Everything that one digest says, in numbers: its message, picture and files are made from this and nothing else. People are
/// numbers here, so that somebody who was erased is in no stored digest by name.
/// </summary>
public sealed record Digest
{
    public required PeriodKind Kind { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>When the figures were read.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Oldest first; the period itself last.</summary>
    public required IReadOnlyList<PeriodFigures> History { get; init; }

    /// <summary>While the period still runs: the same days of each period, so that a part is not compared with a whole.</summary>
    public IReadOnlyList<PeriodFigures>? SameDays { get; init; }

    public IReadOnlyList<DigestSeminar> Seminars { get; init; } = [];

    public IReadOnlyList<DigestTutor> Tutors { get; init; } = [];

    public IReadOnlyList<DigestSchool> Schools { get; init; } = [];

    public IReadOnlyList<RatingGroup> Ratings { get; init; } = [];

    /// <summary>Surveys that are open, and those that were due in the period; the earliest due day first.</summary>
    public IReadOnlyList<DigestSurvey> Surveys { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Who did not get the one before.</summary>
    public IReadOnlyList<long> Undelivered { get; init; } = [];

    public SelfAudit? Audit { get; init; }

    public DigestPeriod Period => new(Kind, First);

    public Figures Figures => History[^1].Figures;

    /// <summary>What its figures may be compared with.</summary>
    public IReadOnlyList<PeriodFigures> Comparable => SameDays ?? History;

    public bool IsRunning => SameDays is not null;
}

/// <summary>A seminar of the period: held, called off, or still to come.</summary>
public sealed record DigestSeminar
{
    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public DateTimeOffset StartsAt { get; init; }
    public bool Cancelled { get; init; }
    public bool Held { get; init; }
    public int? Seats { get; init; }
    public int SignedUp { get; init; }
    public int Came { get; init; }

    /// <summary>Held, and attendance is not marked.</summary>
    public bool Unmarked { get; init; }

    public long? Leader { get; init; }
    public int Ratings { get; init; }
    public double? Rating { get; init; }
}

/// <summary>What one tutor did in the period; minutes are those of the journal. Without a number: requests that no tutor has yet.</summary>
public sealed record DigestTutor
{
    public long? Tutor { get; init; }
    public int Requested { get; init; }
    public int Answered { get; init; }
    public double? HoursToAnswer { get; init; }
    public int Held { get; init; }
    public int Groups { get; init; }
    public int NotHeld { get; init; }
    public int Entries { get; init; }
    public int Minutes { get; init; }
    public int Pupils { get; init; }
}

/// <summary>How one school took part; without a number: people who have been erased since.</summary>
public sealed record DigestSchool
{
    public long? School { get; init; }
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public int People { get; init; }
    public int SignedUp { get; init; }
    public int Came { get; init; }
    public int Consultations { get; init; }
    public int Reached { get; init; }

    /// <summary>Whom the school has sent to seminars that are marked, and who of them came.</summary>
    public int Nominated { get; init; }

    public int NominatedCame { get; init; }
}

/// <summary>A survey of the schools.</summary>
public sealed record DigestSurvey
{
    public long Id { get; init; }
    public required string Label { get; init; }
    public DateOnly Due { get; init; }

    /// <summary>Schools still have time: it is open, and its due day is not over.</summary>
    public bool IsRunning { get; init; }
    public int Asked { get; init; }
    public int Sent { get; init; }
}

/// <summary>What was said of one seminar, or of all consultations together (without a number).</summary>
public sealed record RatingGroup
{
    public long? Seminar { get; init; }
    public string? Title { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public int Count { get; init; }
    public double? Rating { get; init; }
    public double? Usefulness { get; init; }
}
