namespace MspBot.Domain.Seminars.Seats;

/// <summary>That a school's head sends one teacher to one meeting; a place taken by it carries the number.</summary>
public readonly record struct NominationId(long Value) : IId<NominationId>
{
    public static NominationId From(long value) => new(value);
}
