using MspBot.Domain.People;

namespace MspBot.Domain.Log;

/// <summary>One deed, as it is written: numbers and codes only.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who; null: the clock.</param>
/// <param name="Role">In which role, as it was at that moment; null: in none, or the clock.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">To what kind of thing.</param>
/// <param name="Id">The thing's number; null where the kind has no numbers.</param>
/// <param name="Detail">The rest.</param>
public sealed record LogLine(
    DateTimeOffset At, PersonId? Actor, Role? Role, LogAction Action, LogSubject Subject, long? Id, LogDetail Detail)
{
    /// <summary>The school that it concerns; null: none, or not one alone.</summary>
    public SchoolId? School { get; init; }

    /// <summary>Whom it touches. The person whom a line is about need not be named again.</summary>
    public IReadOnlyCollection<PersonId> People { get; init; } = [];

    /// <summary>The form whose effect it is: unique, so that one effect logs once. Of its lines only the first has it.</summary>
    public long? Dialog { get; init; }

    /// <summary>Everybody whom it touches, each once.</summary>
    public IReadOnlyList<PersonId> Touched =>
        [.. (Subject == LogSubject.Person && Id is { } person ? People.Prepend(new PersonId(person)) : People).Distinct()];

    /// <summary>By the clock.</summary>
    public static LogLine ByClock(DateTimeOffset at, LogAction action, LogSubject subject, long? id, LogDetail? detail = null) =>
        new(at, null, null, action, subject, id, detail ?? LogDetail.None);
}
