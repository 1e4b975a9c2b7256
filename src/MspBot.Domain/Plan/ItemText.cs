using MspBot.Domain.People;

namespace MspBot.Domain.Plan;

/// <summary>Who answers for an item: somebody of the site, or words such as «Тьюторы».</summary>
public readonly record struct Responsible(PersonId? Person, string? Words)
{
    public static Responsible Of(PersonId person) => new(person, null);

    public static Responsible Of(string words) => new(null, words);
}

/// <summary>What an item says. A change of any of it is agreed anew, but of the audience, which is not the department's.</summary>
public sealed record ItemText
{
    public required WorkForm Form { get; init; }

    public required string Title { get; init; }

    public required Term Term { get; init; }

    public required Responsible Responsible { get; init; }

    /// <summary>The expected result, or the kind of document.</summary>
    public required string Result { get; init; }

    /// <summary>Null: everybody.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether both say the same to the methodology department.</summary>
    public bool IsSameToReader(ItemText other) => this with { Audience = other.Audience } == other;

    /// <summary>What stands in the way of writing it into the plan of this year; null when nothing does.</summary>
    public PlanRefusal? Check(Clock.SchoolYear year)
    {
        if (Title.Length is 0 or > PlanBounds.Title) return PlanRefusal.TitleTooLong;
        if (Result.Length is 0 or > PlanBounds.Result) return PlanRefusal.ResultTooLong;
        if (Term.Last < Term.First) return PlanRefusal.TermBackwards;
        if (!Term.IsWithin(year)) return PlanRefusal.TermOutsideYear;
        return null;
    }
}

/// <summary>How long, how many: the database holds the same.</summary>
public static class PlanBounds
{
    public const int Title = 300;
    public const int Responsible = 200;
    public const int Result = 300;
    public const int Audience = 300;
    public const int Reason = 500;
    public const int ShortestRemark = 3;
    public const int Remark = 500;
    public const int DoneWords = 500;

    /// <summary>Of one year.</summary>
    public const int Items = 500;
}
