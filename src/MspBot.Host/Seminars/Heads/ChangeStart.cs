using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Heads;

/// <summary>What a change begins with: which seminar, as it was when the head looked at it, and what of it.</summary>
internal sealed record ChangeStart(SeminarId Id, int Version, SeminarField Field)
{
    public override string ToString() => Argument.Of(Id, Version, Field);

    /// <summary>Null for anything that no button of ours has said.</summary>
    internal static ChangeStart? Read(Argument start) =>
        start.Count == 3 && start.Id<SeminarId>() is { } id && start.Number(1) is { } version and <= int.MaxValue
        && start.Case<SeminarField>(2) is { } field
            ? new(id, (int)version, field) : null;
}
