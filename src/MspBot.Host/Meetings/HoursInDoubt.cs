using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Meetings;

/// <summary>Hours of the week that may mean the afternoon or the night: «с 3 до 5».</summary>
internal static class HoursInDoubt
{
    internal static IEnumerable<TypedHours> Meanings(TypedHours typed) => typed.To is { } to
        ? DoubtfulHour.Meanings(typed.From, to).Select(m => new TypedHours(m.From, m.To))
        : typed.From == WeeklySpan.Midnight ? [typed]
        : DoubtfulHour.Meanings(TimeOnly.MinValue.AddMinutes(typed.From)).Select(m => new TypedHours(m.Hour * 60 + m.Minute, null));

    /// <summary>An end, where the beginning is known.</summary>
    internal static IEnumerable<int> Meanings(int from, int to) =>
        DoubtfulHour.Meanings(from, to).Where(m => m.From == from).Select(m => m.To);

    internal static Parsed<T> Which<T>(IReadOnlyList<Parsed<T>> read) =>
        Parsed<T>.Which(read, good => WeeklyHoursTexts.Which(good.Select(g => g.Label)), g => g.Label);
}
