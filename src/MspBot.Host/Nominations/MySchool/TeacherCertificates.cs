using MspBot.Domain.People;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>How many certificates teachers have: numbers, nothing of what is in them. Implemented once, by Certificates.</summary>
internal abstract class TeacherCertificates
{
    /// <summary>Those that hold, without what they came to while they worked elsewhere. Who has none is left out.</summary>
    public abstract Task<IReadOnlyDictionary<PersonId, int>> Count(SchoolId school, IReadOnlyCollection<PersonId> teachers);
}
