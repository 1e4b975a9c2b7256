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

    internal static Task<CertificatePeriod> Ask(Dialog ask)
    {
        var today = ask.Zone.DayOf(ask.Now);
        var (thisYear, lastYear) = (CertificatePeriod.SchoolYear(today), CertificatePeriod.SchoolYearBefore(today));
        return ask.Choice(Question, CertificateTexts.Period,
            [new(thisYear, CertificateTexts.ThisYear(thisYear)), new(lastYear, CertificateTexts.LastYear(lastYear))],
            typed => Read(typed, today));
    }

    /// <summary>The file comes below: the question above it is answered, and its buttons go.</summary>
    internal static void Answered(Turn turn, CertificatePeriod period)
    {
        if (turn.Press is not null)
            turn.Show(new Screen(CertificateTexts.FileBelow(period)).Row(MeetingLinks.ToCertificates, EngineTexts.ToMenu));
    }

    private static Parsed<CertificatePeriod> Read(string typed, DateOnly today) =>
        TypedMonths.Read(typed, today, out var period) is { } refusal
        ? new Parsed<CertificatePeriod>.Bad(CertificateTexts.Refused(refusal))
        : new Parsed<CertificatePeriod>.Good(period, CertificateTexts.Of(period));
}
