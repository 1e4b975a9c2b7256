using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.People;

/// <summary>Everything that is stored of somebody who registers.</summary>
public sealed record NewPerson(
    ChatId Chat, FullName Name, SchoolId School, string Position, IReadOnlyList<string> Subjects, IReadOnlyList<Role> Roles,
    DateTimeOffset ConsentedAt);
