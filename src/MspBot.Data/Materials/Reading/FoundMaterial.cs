using MspBot.Domain;
using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Reading;

/// <summary>A material as a list shows it.</summary>
public sealed record FoundMaterial
{
    public MaterialId Id { get; init; }

    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    public int? FirstGrade { get; init; }

    public int? LastGrade { get; init; }

    public string[] Subjects { get; init; } = [];

    /// <summary>Different people, its author not counted.</summary>
    public int Taken { get; init; }

    /// <summary>How many the whole list has.</summary>
    public int Total { get; init; }

    /// <summary>More were found than are listed.</summary>
    public bool More { get; init; }
}

/// <summary>A page of a list of materials.</summary>
/// <param name="Page">Its items.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="More">More were found than are listed.</param>
public sealed record FoundPage(Page<FoundMaterial> Page, int Total, bool More);

/// <summary>Something to choose from, with how many materials have it.</summary>
public sealed record Counted
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public int Materials { get; init; }
}
