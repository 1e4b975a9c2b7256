namespace MspBot.Domain.People.Rosters;

/// <summary>A table of teachers that was handed in.</summary>
public readonly record struct RosterImportId(long Value) : IId<RosterImportId>
{
    public static RosterImportId From(long value) => new(value);
}
