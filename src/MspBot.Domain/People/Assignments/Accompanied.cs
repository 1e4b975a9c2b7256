namespace MspBot.Domain.People.Assignments;

/// <summary>Whom a tutor accompanies: one teacher, or a whole school.</summary>
public abstract record Accompanied
{
    public sealed record Teacher(PersonId Person) : Accompanied;

    public sealed record WholeSchool(SchoolId School) : Accompanied;
}
