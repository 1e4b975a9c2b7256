using MspBot.Data.Certificates;
using MspBot.Data.People;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Feedback;
using MspBot.Host.Printing;

namespace MspBot.Host.Certificates;

/// <summary>Issues certificates that a person is entitled to today, and prints them.</summary>
internal sealed class CertificatePrinting(CertificateStore store, PersonReader people, FeedbackGiven feedback, SiteZone zone)
{
    internal async Task<CertificateResult> Attended(PersonId person, SeminarId seminar, DateTimeOffset now) =>
        await NotPrintable(person) ?? await store.IssueAttended(person, seminar, await feedback.For(person, seminar), now, Year(now));

    internal async Task<CertificateResult> Led(PersonId person, SeminarId seminar, DateTimeOffset now) =>
        await NotPrintable(person) ?? await store.IssueLed(person, seminar, now, Year(now));

    internal async Task<CertificateResult> Tutored(Speaker speaker, CertificatePeriod period, DateTimeOffset now) =>
        await NotPrintable(speaker.Person)
        ?? await store.IssueTutored(speaker.Person, speaker.Is(Role.Tutor), period, Begin(period), End(period), now, Year(now));

    internal DateTimeOffset Begin(CertificatePeriod period) => zone.At(period.First, TimeOnly.MinValue);

    internal DateTimeOffset End(CertificatePeriod period) => zone.At(period.Last.AddDays(1), TimeOnly.MinValue);

    /// <summary>The file itself, and what is said with it.</summary>
    internal Screen File(CertificateDetails details, DateTimeOffset now) => new(CertificateTexts.Here(details, zone))
    {
        ToMake = Pdf([details], $"{CertificateTexts.Paper(details.Kind)} {details.Number}", now),
    };

    /// <summary>One file of them all.</summary>
    internal static FileToMake Pdf(IReadOnlyList<CertificateDetails> certificates, string name, DateTimeOffset now) =>
        CertificateFileMaker.Of(new(name, now, [.. certificates.Select(s => s.Id.Value)]));

    /// <summary>Checked before a number is issued: the name may date from before printable letters were required.</summary>
    private async Task<CertificateResult?> NotPrintable(PersonId person) =>
        await people.Profile(person) is { } profile && !Printable.Reads(profile.FullName) ? new(null, CertificateRefusal.NameNotPrintable)
        : null;

    private int Year(DateTimeOffset now) => zone.DayOf(now).Year;
}
