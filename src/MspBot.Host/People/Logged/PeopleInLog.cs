using MspBot.Data.People;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Log;
using MspBot.Host.People.Profile;

namespace MspBot.Host.People.Logged;

/// <summary>People: whom a line is about, and who acts.</summary>
internal sealed class PeopleInLog(PeopleNames names) : LoggedPeople
{
    public override Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) => names.People(ids);

    public override async Task<ThingCard?> Card(long id) =>
        (await names.People([id])).Count > 0 ? new(PeopleLinks.Person, id) : null;

    public override string RoleName(Role role) => ProfileTexts.RoleName(role);
}

internal sealed class SchoolsInLog(PeopleNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.School;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Schools(ids)).ToDictionary(n => n.Key, n => LoggedTexts.School(n.Value));

    public override async Task<ThingCard?> Card(long id) =>
        (await names.Schools([id])).Count > 0 ? new(PeopleLinks.School, id) : null;

    public override string Detail(LogAction action, LogDetail detail) => LoggedTexts.Hours(detail);
}

internal sealed class InvitationsInLog(PeopleNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Invitation;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Invitations(ids)).ToDictionary(n => n.Key, n => LoggedTexts.Invitation(n.Key, ProfileTexts.RoleName(n.Value)));

    public override async Task<ThingCard?> Card(long id) =>
        (await names.Invitations([id])).Count > 0 ? new(PeopleLinks.Invitation, id) : null;
}

internal sealed class AssignmentsInLog(PeopleNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Assignment;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Assignments(ids)).ToDictionary(n => n.Key, n => LoggedTexts.Assignment(n.Value.Tutor, n.Value.Whom));

    public override async Task<ThingCard?> Card(long id) =>
        (await names.Assignments([id])).Count > 0 ? new(PeopleLinks.Assignment, id) : null;
}

internal sealed class InquiriesInLog(PeopleNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Inquiry;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Inquiries(ids)).ToDictionary(n => n.Key, n => LoggedTexts.Inquiry(n.Value));

    public override async Task<ThingCard?> Card(long id) =>
        (await names.Inquiries([id])).Count > 0 ? new(PeopleLinks.Inquiry, id) : null;
}
