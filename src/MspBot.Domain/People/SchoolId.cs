namespace MspBot.Domain.People;

/// <summary>A school of the district.</summary>
public readonly record struct SchoolId(long Value) : IId<SchoolId>
{
    public static SchoolId From(long value) => new(value);
}
