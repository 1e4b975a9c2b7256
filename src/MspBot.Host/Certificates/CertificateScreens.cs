using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Feedback;
using MspBot.Host.Meetings;
using MspBot.Host.People;
using MspBot.Host.People.Profile;
using MspBot.Host.People.Registration;

namespace MspBot.Host.Certificates;

/// <summary>Messages about certificates.</summary>
internal sealed class CertificateScreens(SiteZone zone)
{
    internal Screen ForHead(CertificateDetails details, Html news = default) =>
        new Screen(Html.Paragraphs(news, CertificateTexts.ForHead(details, zone)))
            .Row(details.WithdrawnAt is null
                ? Button.Flow(CertificateTexts.Withdraw, CertificateLinks.WithdrawCertificate, details.Id)
                : Button.Card(CertificateTexts.GiveBack, CertificateLinks.Certificate, details.Id.Value, CertificateCard.GiveBack))
            .Row(details.SeminarId is { } seminar
                ? Button.Card(CertificateTexts.OthersOfSeminar, CertificateLinks.SeminarCertificates, seminar.Value)
                : null)
            .Row(Button.Flow(CertificateTexts.Find, CertificateLinks.FindCertificate), EngineTexts.ToMenu);

    /// <summary>What anybody sees who has the code.</summary>
    internal Screen Checked(CertificateDetails details, Speaker speaker) => new Screen(CertificateTexts.Checked(details, zone))
        .Row(speaker.Is(Domain.People.Role.Head)
            ? Button.Card(CertificateTexts.OpenForHead, CertificateLinks.Certificate, details.Id.Value) : null)
        .Row(WayOn(speaker));

    internal static Screen Unknown(Speaker speaker) => new Screen(CertificateTexts.Unknown).Row(WayOn(speaker));

    internal static Screen TooManyGuesses(Speaker speaker) => new Screen(CertificateTexts.TooManyGuesses).Row(WayOn(speaker));

    internal static Screen Refused(CertificateRefusal because, CertificateDetails? details = null, SeminarId? seminar = null) =>
        new Screen(CertificateTexts.Refused(because, details))
            // /feedback lists a month: what is older is rated from here, or not at all.
            .Row(because == CertificateRefusal.FeedbackFirst && seminar is { } id
                ? FeedbackScreens.Leave(new(MeetingKind.Seminar, id.Value)) : null)
            .Row(because == CertificateRefusal.NameNotPrintable ? Button.Flow(ProfileTexts.ChangeName, PeopleLinks.Rename) : null)
            .Row(MeetingLinks.ToCertificates, EngineTexts.ToMenu);

    /// <summary>There would be papers, were it not for feedback that waits.</summary>
    internal static Screen AllWait(CertificatePeriod period, int waiting) =>
        new Screen(CertificateTexts.AllWait(period, waiting)).Row(MeetingLinks.ToCertificates, EngineTexts.ToMenu);

    internal static Screen HoldsAgain(CertificateDetails details) =>
        new Screen(CertificateTexts.HoldsAgain(details)).Row(MeetingLinks.ToCertificates);

    internal static Screen Withdrawn(CertificateDetails details) =>
        new Screen(CertificateTexts.WithdrawnForOwner(details)).Row(MeetingLinks.ToCertificates);

    private static Button WayOn(Speaker speaker) =>
        speaker.PersonOrNull is null ? Button.Command(AboutTexts.About, "about") : EngineTexts.ToMenu;
}
