using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.Materials;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>A topic of the list or a subject, and whether it is ticked.</summary>
public sealed record AskedTopic
{
    /// <summary>Null: a subject.</summary>
    public TopicId? Topic { get; init; }

    public required string Name { get; init; }

    public bool Ticked { get; init; }

    public TopicChoice Choice => Topic is { } topic ? new(topic) : new(Name);
}
