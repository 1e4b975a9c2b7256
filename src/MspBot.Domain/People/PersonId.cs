namespace MspBot.Domain.People;

/// <summary>One participant: a person who has consented and registered.</summary>
public readonly record struct PersonId(long Value) : IId<PersonId>
{
    public static PersonId From(long value) => new(value);
}
