namespace MspBot.Domain.Plan.Papers;

/// <summary>A table of a plan that was handed in and not decided on yet.</summary>
public readonly record struct ImportId(long Value) : IId<ImportId>
{
    public static ImportId From(long value) => new(value);
}
