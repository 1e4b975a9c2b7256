namespace MspBot.Domain.Materials;

/// <summary>What a material is. Stored by name.</summary>
public enum MaterialKind
{
    Lesson,
    Slides,
    Guidelines,
    Assessment,
    Recording,
    Document,
}
