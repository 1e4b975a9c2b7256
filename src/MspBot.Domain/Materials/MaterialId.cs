namespace MspBot.Domain.Materials;

/// <summary>A methodical material: a file or a link, over all its editions.</summary>
public readonly record struct MaterialId(long Value) : IId<MaterialId>
{
    public static MaterialId From(long value) => new(value);
}

/// <summary>What materials and meetings are about: one list, kept by the heads.</summary>
public readonly record struct TopicId(long Value) : IId<TopicId>
{
    public static TopicId From(long value) => new(value);
}
