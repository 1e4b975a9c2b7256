using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys;

/// <summary>A survey and how far it has come.</summary>
public sealed record SurveyDetails
{
    public SurveyId Id { get; init; }

    /// <summary>«1 полугодие 2026/27»</summary>
    public string Label { get; init; } = "";

    /// <summary>Null: days of its own.</summary>
    public Frequency? Every { get; init; }
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }
    public DateOnly DueOn { get; init; }
    public SurveyState State { get; init; }
    public int Revision { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many schools are asked, and how many of them have sent, now or before they were returned.</summary>
    public int Schools { get; init; }
    public int Sent { get; init; }
    public int Accepted { get; init; }

    /// <summary>How many indicators schools are asked about; what the bot counts itself is not among them.</summary>
    public int Questions { get; init; }
}

/// <summary>An indicator as a survey asks it.</summary>
public sealed record AskedIndicator
{
    public IndicatorVersionId Version { get; init; }
    public IndicatorId Indicator { get; init; }
    public int Position { get; init; }
    public IndicatorKind Kind { get; init; }
    public Frequency Every { get; init; }
    public ComputedFigure? Computed { get; init; }
    public string Name { get; init; } = "";
    public string? Unit { get; init; }

    /// <summary>Where the number is found.</summary>
    public string? Hint { get; init; }
    public Better Better { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
}

/// <summary>A school in a survey.</summary>
public sealed record AskedSchool
{
    public SurveyId Survey { get; init; }
    public SchoolId School { get; init; }
    public string Name { get; init; } = "";
    public SchoolSurveyState State { get; init; }

    /// <summary>Grows with each deed of either side: a button that decides carries it.</summary>
    public int Version { get; init; }

    /// <summary>The first time; late is after the due day.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? ResentAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>«Напомнить об опросе», the last time.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How many indicators were answered.</summary>
    public int Answered { get; init; }
}
