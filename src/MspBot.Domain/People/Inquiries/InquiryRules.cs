namespace MspBot.Domain.People.Inquiries;

/// <summary>Why a question to the heads is not passed on.</summary>
public enum InquiryRefusal
{
    TooMany,
    Gone,
    AnsweredMeanwhile,
}

/// <summary>How much one person may ask the heads.</summary>
public static class InquiryRules
{
    public const int MaxLength = 1000;

    /// <summary>So many messages without an answer, within <see cref="Within"/>.</summary>
    public const int MaxUnanswered = 5;

    public static readonly TimeSpan Within = TimeSpan.FromDays(1);

    public static InquiryRefusal? Decide(int unanswered) => unanswered >= MaxUnanswered ? InquiryRefusal.TooMany : null;
}
