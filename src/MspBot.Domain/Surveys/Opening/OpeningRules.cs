using MspBot.Domain.Clock;

namespace MspBot.Domain.Surveys.Opening;

/// <summary>What a survey must be before it is opened.</summary>
/// <param name="Questions">What schools are asked about; what the bot counts itself is none.</param>
/// <param name="Schools">Asked ones.</param>
/// <param name="NotListed">Those of them that are not, or not any more, of the list of those with low results.</param>
/// <param name="DueOn">By when they answer.</param>
/// <param name="HasSamePeriod">Another survey of these very days is open or was.</param>
public sealed record OpeningRules(int Questions, int Schools, int NotListed, DateOnly DueOn, bool HasSamePeriod)
{
    /// <summary>How much working time schools get where nobody says otherwise.</summary>
    public const int UsualWorkingDays = 10;

    /// <summary>Null: it may be opened.</summary>
    public SurveyRefusal? Check(DateOnly today)
    {
        if (HasSamePeriod) return SurveyRefusal.SamePeriod;
        if (Questions == 0) return SurveyRefusal.NoIndicators;
        if (Schools == 0) return SurveyRefusal.NoSchools;
        if (NotListed > 0) return SurveyRefusal.NotLowResults;
        return CheckDue(DueOn, today);
    }

    public static SurveyRefusal? CheckDue(DateOnly dueOn, DateOnly today) => dueOn <= today ? SurveyRefusal.DueTooEarly : null;

    public static DateOnly UsualDue(DateOnly today, WorkingCalendar calendar) => calendar.After(today, UsualWorkingDays);
}
