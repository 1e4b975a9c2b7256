using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Filling;

/// <summary>
/// What a school is asked in a survey: an indicator, or whether a recommendation was carried out; and what it has answered.
/// </summary>
public sealed record SchoolQuestion
{
    /// <summary>From 1, in the order in which it is asked.</summary>
    public int Number { get; init; }

    /// <summary>Null: it is a recommendation.</summary>
    public IndicatorVersionId? Indicator { get; init; }
    public IndicatorKind Kind { get; init; }

    /// <summary>Of the indicator; of a recommendation its words.</summary>
    public string Name { get; init; } = "";
    public string? Unit { get; init; }
    public string? Hint { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }

    public RecommendationId? Recommendation { get; init; }
    public DateTimeOffset? RecommendedAt { get; init; }
    public RecommendationOutcome? Outcome { get; init; }

    /// <summary>Grows with each answer; 0: there is none yet. Of a recommendation it says which answer.</summary>
    public int Seen { get; init; }
    public bool Surprising { get; init; }
    public string? Why { get; init; }

    /// <summary>«внесено площадкой»</summary>
    public bool BySite { get; init; }
    public PersonId? By { get; init; }

    /// <summary>Null: erased, or not answered.</summary>
    public string? ByName { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>The survey before has meant something else.</summary>
    public bool Broken { get; init; }

    /// <summary>What was asked back, and not settled yet.</summary>
    public string? Remark { get; init; }

    internal decimal? Part { get; init; }
    internal decimal? Whole { get; init; }
    internal string? Words { get; init; }
    internal MissingReason? Missing { get; init; }
    internal decimal? BeforePart { get; init; }
    internal decimal? BeforeWhole { get; init; }
    internal string? BeforeWords { get; init; }
    internal MissingReason? BeforeMissing { get; init; }

    /// <summary>What was answered; null: nothing yet, or it is a recommendation.</summary>
    public SurveyValue? Value => Part is null && Words is null && Missing is null ? null : new(Part, Whole, Words, Missing);

    /// <summary>What this school answered when it was asked last before, whatever it meant then.</summary>
    public SurveyValue? Before => BeforePart is null && BeforeWords is null && BeforeMissing is null ? null
        : new(BeforePart, BeforeWhole, BeforeWords, BeforeMissing);

    /// <summary>What today's answer can be compared with.</summary>
    public SurveyValue? Comparable => Broken ? null : Before;

    public bool IsAnswered => Seen > 0;

    /// <summary>It waits for the school: no answer yet, or asked back.</summary>
    public bool IsOpen => !IsAnswered || Remark is not null;
}

/// <summary>A school in a survey with all that it is asked.</summary>
public sealed record SchoolAnswers(
    SurveyDetails Survey, AskedSchool School, IReadOnlyList<SchoolQuestion> Questions, IReadOnlyList<string> RemarksToAll)
{
    /// <summary>What waits for the school, in order: remarks go before what was never answered.</summary>
    public IEnumerable<SchoolQuestion> Open => Questions.Where(one => one.IsOpen).OrderBy(one => one.Remark is null);

    public int Answered => Questions.Count(one => one.IsAnswered);

    /// <summary>Whether this answer was changed after it had been sent, or had come back.</summary>
    public bool IsPutRight(SchoolQuestion one) => one.At is { } at && (School.ReturnedAt ?? School.SentAt) is { } since && at > since;

    /// <summary>Which answers these are: a button that sends them names what was read.</summary>
    public long Seen
    {
        get
        {
            var sum = 17L;
            foreach (var one in Questions) sum = (sum * 31 + one.Seen) % 1_000_000_007;
            return sum;
        }
    }
}

/// <summary>Who answers: for which school, and whether it is the site in place of a head whom the school does not have.</summary>
public sealed record Filler(SchoolId School, bool BySite);

/// <summary>A survey as one school sees it in a list.</summary>
public sealed record SchoolSurvey
{
    public SurveyId Id { get; init; }
    public string Label { get; init; } = "";
    public SurveyState Survey { get; init; }
    public SchoolSurveyState State { get; init; }
    public DateOnly DueOn { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Something was answered.</summary>
    public bool IsBegun { get; init; }

    /// <summary>No question waits: see <see cref="SchoolQuestion.IsOpen"/>.</summary>
    public bool IsWhole { get; init; }
}
