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
        TypedMoment.Understood { Day: { } day, Time: { } time } => Check(ask, ask.Zone.At(day, time), refusal),
        TypedMoment.Understood => new Parsed<DateTimeOffset>.Bad(RequestTexts.DayAndTime),
        TypedMoment.NoSuchDay(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchDay(typed)),
        TypedMoment.NoSuchTime(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchTime(typed)),
        _ => new Parsed<DateTimeOffset>.Bad(RequestTexts.MomentUnclear),
    };

    private static Parsed<DateTimeOffset> Check(Dialog ask, DateTimeOffset moment, Func<DateTimeOffset, string?> refusal)
    {
        var because = moment <= ask.Now ? DialogTexts.MomentIsPast(Russian.Moment(moment, ask.Zone)) : refusal(moment);
        return because is null ? new Parsed<DateTimeOffset>.Good(moment, Russian.Moment(moment, ask.Zone)) : new Parsed<DateTimeOffset>.Bad(because);
    }
}
