using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials;

/// <summary>A material as it stands, with the edition in force (or the first one, while that is looked at).</summary>
public sealed record MaterialDetails
{
    public MaterialId Id { get; init; }

    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    public string? About { get; init; }

    public int? FirstGrade { get; init; }

    public int? LastGrade { get; init; }

    public string[] Subjects { get; init; } = [];

    /// <summary>Whoever added it.</summary>
    public PersonId AddedBy { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public string? AddedByName { get; init; }

    /// <summary>Whether they are one of its authors.</summary>
    public bool ByAuthor { get; init; }

    public string[] Coauthors { get; init; } = [];

    public SchoolId? School { get; init; }

    public string? SchoolName { get; init; }

    public bool InLibrary { get; init; }

    public MaterialState State { get; init; }

    public bool Offered { get; init; }

    public bool HiddenByHead { get; init; }

    public string? Remark { get; init; }

    public int Version { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>Its number; null while the first one is looked at.</summary>
    public int? Edition { get; init; }

    /// <summary>When it came into force; null with <see cref="Edition"/>.</summary>
    public DateTimeOffset? EditionAt { get; init; }

    /// <summary>Of the newest file, which did not come into force.</summary>
    public EditionFault? Fault { get; init; }

    /// <summary>Null: a link.</summary>
    public StoredFileId? File { get; init; }

    /// <summary>The messenger's own, for <see cref="File"/>.</summary>
    public string? Reference { get; init; }

    public string? FileName { get; init; }

    /// <summary>In bytes; null while it is not known.</summary>
    public int? Size { get; init; }

    public string? Url { get; init; }

    /// <summary>Those that are in the list, as it is kept now.</summary>
    public string[] Topics { get; init; } = [];

    public long[] TopicIds { get; init; } = [];

    /// <summary>Different people, its author not counted.</summary>
    public int Taken { get; init; }

    /// <summary>Different people who got it after meetings.</summary>
    public int HandedOut { get; init; }

    public override string ToString() => $"{Id.Value}";
}
