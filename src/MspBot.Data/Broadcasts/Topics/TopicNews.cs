using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>A meeting or a material that is news to some.</summary>
public sealed record TopicNews
{
    public NewsKind Kind { get; init; }

    /// <summary>Of the meeting, or of the material.</summary>
    public long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null: a material.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public SeminarKind? Meeting { get; init; }

    public MaterialKind? Material { get; init; }
}

/// <summary>What one person is told: all of it is marked as told.</summary>
public sealed record ToldPerson(PersonId Person, ChatId Chat, IReadOnlyList<TopicNews> News);
