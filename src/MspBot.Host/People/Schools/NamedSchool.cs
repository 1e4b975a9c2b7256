using MspBot.Domain.People;

namespace MspBot.Host.People.Schools;

/// <summary>A school as a person named it: one of the list, or typed.</summary>
internal sealed record NamedSchool(SchoolId? Listed, string? Typed);
