namespace MspBot.Domain.People.Assignments;

/// <summary>A tutor's care for a teacher or a school.</summary>
public readonly record struct AssignmentId(long Value) : IId<AssignmentId>
{
    public static AssignmentId From(long value) => new(value);
}
