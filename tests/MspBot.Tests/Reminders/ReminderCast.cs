using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Reminders;

/// <summary>The same people as in the stories of seminars.</summary>
internal static class ReminderCast
{
    internal static Task<Visitor> Teacher(this World world, long chat, string name = "Петрова Анна Ивановна", string? role = null) =>
        SeminarCast.Teacher(world, chat, name, role);

    internal static Task<Visitor> Head(this World world) => SeminarCast.Head(world);
}
