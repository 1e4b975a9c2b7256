using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Adding;

/// <summary>What is said of a material, before it is in the library.</summary>
public sealed record NewEntry
{
    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Null: it is for no class in particular.</summary>
    public Grades? Grades { get; init; }

    public IReadOnlyList<TopicId> Topics { get; init; } = [];

    public string? About { get; init; }

    /// <summary>Whether whoever adds it is one of its authors.</summary>
    public bool ByAuthor { get; init; } = true;

    public IReadOnlyList<string> Coauthors { get; init; } = [];

    public required NewContent Content { get; init; }

    /// <summary>A head decides whether it is shown.</summary>
    public bool Offered { get; init; }
}

/// <summary>A file by the messenger's own reference, or a link.</summary>
public sealed record NewContent(string? File, string? FileName, string? MediaType, string? Url);

/// <summary>What is changed; null: that stays.</summary>
public sealed record EntryChange
{
    public string? Name { get; init; }

    public MaterialKind? Kind { get; init; }

    public IReadOnlyList<string>? Subjects { get; init; }

    public Grades? Grades { get; init; }

    public IReadOnlyList<TopicId>? Topics { get; init; }

    /// <summary>Said with <see cref="ChangesAbout"/>; null: there is none any more.</summary>
    public string? About { get; init; }

    public bool ChangesAbout { get; init; }

    public IReadOnlyList<string>? Coauthors { get; init; }

    /// <summary>Said with <see cref="Coauthors"/>.</summary>
    public bool ByAuthor { get; init; } = true;
}
