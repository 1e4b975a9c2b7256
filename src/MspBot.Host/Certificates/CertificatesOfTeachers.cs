using MspBot.Data.Certificates;
using MspBot.Domain.People;
using MspBot.Host.Nominations.MySchool;

namespace MspBot.Host.Certificates;

/// <summary>How many certificates the teachers of a school have, for its head.</summary>
internal sealed class CertificatesOfTeachers(CertificateReader reader) : TeacherCertificates
{
    public override Task<IReadOnlyDictionary<PersonId, int>> Count(SchoolId school, IReadOnlyCollection<PersonId> teachers) =>
        reader.CountOfSchool(school, teachers);
}
