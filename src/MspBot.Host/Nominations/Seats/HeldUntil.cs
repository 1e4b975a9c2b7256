using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Seats;

/// <summary>Until when seats are held, as somebody typed it: «25.11 15:00», «завтра в 16».</summary>
internal static class HeldUntil
{
    /// <param name="ask">The dialog.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="refusal">Why it cannot be then; null: it can.</param>
    internal static Parsed<DateTimeOffset> Read(Dialog ask, string text, Func<DateTimeOffset, string?> refusal) =>
        TypedMomentReader.Read(text, ask.Zone.DayOf(ask.Now)) switch
        {
            TypedMoment.Understood { Day: { } day, Time: { } time } understood => Parsed<DateTimeOffset>.Which(
                [.. DoubtfulHour.Meanings(time, understood.SaysPartOfDay).Select(t => Check(ask, ask.Zone.At(day, t), refusal))],
                good => DialogTexts.WhichHour(Russian.Day(day),
                    [.. good.Select(g => TimeOnly.FromTimeSpan(ask.Zone.Local(g.Value).TimeOfDay))]),
                good => Russian.Clock(good.Value, ask.Zone)),
            TypedMoment.NoSuchDay(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchDay(typed)),
            TypedMoment.NoSuchTime(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchTime(typed)),
            _ => new Parsed<DateTimeOffset>.Bad(HoldingTexts.DayAndTime(Examples.Moment(ask.Now, ask.Zone))),
        };

    private static Parsed<DateTimeOffset> Check(Dialog ask, DateTimeOffset moment, Func<DateTimeOffset, string?> refusal)
    {
        var because = moment <= ask.Now ? DialogTexts.MomentIsPast(Russian.Moment(moment, ask.Zone)) : refusal(moment);
        return because is null ? new Parsed<DateTimeOffset>.Good(moment, Russian.Moment(moment, ask.Zone))
            : new Parsed<DateTimeOffset>.Bad(because);
    }
}
