namespace MspBot.Domain.Materials;

/// <summary>A file or a link that is handed out.</summary>
public readonly record struct MaterialId(long Value) : IId<MaterialId>
{
    public static MaterialId From(long value) => new(value);
}
