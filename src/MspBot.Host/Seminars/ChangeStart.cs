using System.Globalization;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Seminars;

/// <summary>What of a seminar can be otherwise.</summary>
internal enum SeminarField
{
    Title,
    Start,
    Length,
    Seats,
    Audience,
    Link,
    Leader,
    Description,
}

/// <summary>What a change begins with: which seminar, as it was when the head looked at it, and what of it.</summary>
internal sealed record ChangeStart(SeminarId Id, int Version, SeminarField Field)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id.Value}.{Version}.{Field}");

    /// <summary>Null for anything that no button of ours has said.</summary>
    internal static ChangeStart? Read(string text) =>
        text.Split('.') is [var id, var version, var field]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && Enum.TryParse<SeminarField>(field, out var what) && Enum.IsDefined(what)
            ? new(new(number), seen, what) : null;
}
