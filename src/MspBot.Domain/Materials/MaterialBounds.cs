namespace MspBot.Domain.Materials;

/// <summary>How long and how many: the database holds the same.</summary>
public static class MaterialBounds
{
    public const int Name = 200;
    public const int Link = 500;
    public const int About = 600;
    public const int Remark = 500;
    public const int LeastRemark = 3;
    public const int LeastTopic = 2;
    public const int Topic = 60;

    /// <summary>In the heads' list.</summary>
    public const int Topics = 40;

    /// <summary>Of one material or meeting.</summary>
    public const int TopicsOfOne = 5;
}
