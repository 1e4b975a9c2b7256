namespace MspBot.Domain.Seminars;

/// <summary>One meeting of the МСП, of any <see cref="SeminarKind"/>.</summary>
public readonly record struct SeminarId(long Value) : IId<SeminarId>
{
    public static SeminarId From(long value) => new(value);
}
