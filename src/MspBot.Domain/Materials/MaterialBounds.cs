namespace MspBot.Domain.Materials;

/// <summary>How long: the database holds the same.</summary>
public static class MaterialBounds
{
    public const int Name = 200;
    public const int Link = 500;
}
