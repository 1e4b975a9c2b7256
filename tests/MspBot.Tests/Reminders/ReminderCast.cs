using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Reminders;

/// <summary>The same people as in the stories of seminars, and what they were reminded of.</summary>
internal static class ReminderCast
{
    internal const string Sign = "🔔 ";
    private const string LastCall = "🔔 Через 10 минут";
    private static readonly string[] Others = [LastCall, "вы ведёте", "у вас "];

    internal static Task<Visitor> Teacher(this World world, long chat, string name = "Петрова Анна Ивановна", string? role = null) =>
        SeminarCast.Teacher(world, chat, name, role);

    internal static Task<Visitor> Head(this World world) => SeminarCast.Head(world);

    /// <summary>How many reminders to the teachers of these stories are not sent yet; leaders have their own.</summary>
    internal static Task<int> WaitingReminders(this World world) =>
        world.Sql<int>("select count(*) from outbox where done_at is null and dedup like 'reminder:%' and chat_id in (1, 2, 3)");

    /// <summary>How many reminders, and last calls, are in a chat.</summary>
    internal static (int Reminders, int LastCalls) Reminded(this Visitor who, int edited = 0) => (
        edited + who.Chat.Count(m =>
            m.Text.StartsWith(Sign, StringComparison.Ordinal) && !Others.Any(o => m.Text.Contains(o, StringComparison.Ordinal))),
        who.Chat.Count(m => m.Text.Contains(LastCall, StringComparison.Ordinal)));
}
