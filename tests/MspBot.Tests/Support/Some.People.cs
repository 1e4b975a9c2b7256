using MspBot.Data.People;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Tests.Support;

/// <summary>People that tests talk about: only what matters is said.</summary>
internal static partial class Some
{
    internal static readonly DateTimeOffset Today = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    internal static FullName Name(string name = "Иванова Мария Петровна") =>
        FullName.Read(name, out var read) is null ? read : throw new ArgumentException($"«{name}» is no name", nameof(name));

    internal static NewPerson Person(
        SchoolId school, long telegramId = 1001, string name = "Иванова Мария Петровна", params Role[] roles) =>
        new(new(telegramId), Name(name), school, "Учитель", ["Математика", "Физика"], roles.Length == 0 ? [Role.Teacher] : roles, Today);
}
