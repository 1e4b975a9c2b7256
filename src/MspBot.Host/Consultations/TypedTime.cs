using MspBot.Domain.Clock;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>A day and a time as somebody typed them, «25.11 15:00» or «завтра в 16».</summary>
internal static class TypedTime
{
    /// <param name="ask">The talk.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="refusal">Why it cannot be then; null: it can.</param>
    internal static Parsed<DateTimeOffset> Read(Dialog ask, string text, Func<DateTimeOffset, string?> refusal) => TypedMomentReader.Read(text, ask.Zone.DayOf(ask.Now)) switch
    {
        TypedMoment.Understood { Day: { } day, Time: { } time } understood => Meant(ask, day, DoubtfulHour.Meanings(time, understood.SaysPartOfDay), refusal),
        TypedMoment.Understood => new Parsed<DateTimeOffset>.Bad(RequestTexts.DayAndTime),
        TypedMoment.NoSuchDay(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchDay(typed)),
        TypedMoment.NoSuchTime(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchTime(typed)),
        _ => new Parsed<DateTimeOffset>.Bad(RequestTexts.MomentUnclear),
    };

    /// <summary>The one that can be, the reason of the likelier where none can, a question where two can.</summary>
    private static Parsed<DateTimeOffset> Meant(Dialog ask, DateOnly day, IReadOnlyList<TimeOnly> times, Func<DateTimeOffset, string?> refusal)
    {
        var read = times.Select(t => Check(ask, ask.Zone.At(day, t), refusal)).ToList();
        var good = read.OfType<Parsed<DateTimeOffset>.Good>().ToList();
        if (good.Count < 2) return good.Count == 1 ? good[0] : read[0];
        return new Parsed<DateTimeOffset>.Doubtful(DialogTexts.WhichHour(Russian.Day(day), times),
            [.. good.Select(g => new Option<DateTimeOffset>(g.Value, Russian.Clock(g.Value, ask.Zone), g.Label))]);
    }

    private static Parsed<DateTimeOffset> Check(Dialog ask, DateTimeOffset moment, Func<DateTimeOffset, string?> refusal)
    {
        var because = moment <= ask.Now ? DialogTexts.MomentIsPast(Russian.Moment(moment, ask.Zone)) : refusal(moment);
        return because is null ? new Parsed<DateTimeOffset>.Good(moment, Russian.Moment(moment, ask.Zone)) : new Parsed<DateTimeOffset>.Bad(because);
    }
}
