namespace MspBot.Domain.People.Inquiries;

/// <summary>A question to the heads, with all that was said to it.</summary>
public readonly record struct InquiryId(long Value) : IId<InquiryId>
{
    public static InquiryId From(long value) => new(value);
}
