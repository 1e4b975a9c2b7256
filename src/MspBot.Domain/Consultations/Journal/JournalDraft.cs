using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Journal;

/// <summary>What happened without the bot, as its tutor describes it.</summary>
public sealed record JournalDraft
{
    public DateOnly Day { get; init; }

    public JournalForm Form { get; init; }

    public PersonId? Teacher { get; init; }

    public SchoolId? School { get; init; }

    public int? Pupils { get; init; }

    public required string Topic { get; init; }

    public int Minutes { get; init; }

    public string? Recommendation { get; init; }

    public string? Result { get; init; }

    /// <summary>Checked again when it is written: a form can lie open over midnight.</summary>
    public JournalRefusal? Check(DateOnly today)
    {
        if (!JournalBounds.FitsDay(Day, today)) return JournalRefusal.DayOutOfBounds;
        if (!JournalBounds.FitsMinutes(Minutes)) return JournalRefusal.MinutesOutOfBounds;
        return Pupils is { } pupils && !JournalBounds.FitsPupils(pupils) ? JournalRefusal.PupilsOutOfBounds : null;
    }
}
