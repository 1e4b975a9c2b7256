using MspBot.Domain.Certificates;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Certificates;

/// <summary>«За какое время?», asked wherever papers are gathered.</summary>
internal static class CertificatePeriods
{
    internal const string Question = "period";

    internal static Task<Period> Ask(Dialog ask)
    {
        var today = ask.Zone.DayOf(ask.Now);
        var (thisYear, lastYear) = (Period.SchoolYear(today), Period.SchoolYearBefore(today));
        return ask.Choice(Question, CertificateTexts.Period,
            [new(thisYear, CertificateTexts.ThisYear(thisYear)), new(lastYear, CertificateTexts.LastYear(lastYear))], typed => Read(typed, today));
    }

    /// <summary>The file comes below: the question above it is answered, and its buttons go.</summary>
    internal static void Answered(Turn turn, Period period)
    {
        if (turn.Press is not null) turn.Show(new Screen(CertificateTexts.FileBelow(period)).Row(MeetingLinks.ToCertificates, EngineTexts.ToMenu));
    }

    private static Parsed<Period> Read(string typed, DateOnly today) => TypedPeriod.Read(typed, today, out var period) is { } refusal
        ? new Parsed<Period>.Bad(CertificateTexts.Refused(refusal))
        : new Parsed<Period>.Good(period, CertificateTexts.Of(period));
}
