using System.Globalization;
using MspBot.Domain.Materials;
using MspBot.Domain.People.Profile;

namespace MspBot.Domain.Broadcasts.Topics;

/// <summary>What somebody may ask for: a topic of the list, or a subject. Exactly one of the two is given.</summary>
public readonly record struct TopicChoice
{
    private const char TopicMark = 't';
    private const char SubjectMark = 's';

    public TopicChoice(TopicId topic) => Topic = topic;

    public TopicChoice(string subject) => Subject = subject;

    public TopicId? Topic { get; }

    public string? Subject { get; }

    /// <summary>As a button carries it: «t12», or «s3» for a subject by its place in the list of all.</summary>
    public string Code => Topic is { } topic
        ? string.Create(CultureInfo.InvariantCulture, $"{TopicMark}{topic.Value}")
        : string.Create(CultureInfo.InvariantCulture, $"{SubjectMark}{Subjects.All.ToList().IndexOf(Subject!)}");

    /// <summary>Null: anyone may have typed it.</summary>
    public static TopicChoice? Read(string? code)
    {
        if (code is not { Length: > 1 }
            || !long.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return code[0] switch
        {
            TopicMark => new(new TopicId(number)),
            SubjectMark when number < Subjects.All.Count && Subjects.All[(int)number] != Subjects.Other => new(Subjects.All[(int)number]),
            _ => null,
        };
    }

    public override string ToString() => Code;
}
