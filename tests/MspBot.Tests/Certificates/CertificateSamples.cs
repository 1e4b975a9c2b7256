using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Host.Certificates;
using MspBot.Host.Conversations;
using MspBot.Host.People.Registration;
using MspBot.Tests.Support;

namespace MspBot.Tests.Certificates;

/// <summary>Certificates that tests print: only what matters is said.</summary>
internal static class CertificateSamples
{
    internal const string Code = "Zk3-9_QmT7yWb1XcVnP4eA";

    internal static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    private static readonly string Example =
        Path.Combine(Repository.Root, "src", "MspBot.Host", "People", "Registration", "site.example.json");

    internal static readonly Site Site = SiteFile.Parse(Example, File.ReadAllText(Example));

    internal static CertificateDetails Details(
        string name = "Иванова Мария Петровна", string title = "Читательская грамотность на уроках истории",
        CertificateKind kind = CertificateKind.Attended, string? head = "Орлова Нина Сергеевна") => new()
        {
            Year = 2026,
            InYear = 42,
            Code = Code,
            Kind = kind,
            Name = name,
            Edition = 1,
            PrintedAt = Some.Noon,
            SeminarKind = Domain.Seminars.SeminarKind.RoundTable,
            Title = title,
            StartsAt = Some.Noon,
            EndsAt = Some.Noon.AddMinutes(90),
            FirstDay = new(2026, 9, 1),
            LastDay = new(2027, 8, 31),
            Consultations = 34,
            Meetings = 3,
            Minutes = 1575,
            Head = head,
        };

    internal static CertificatePage Page(CertificateDetails details, Site? site = null) =>
        CertificateWords.Page(details, site
            ?? Site, Zone, new BotName { Username = "msp_site_bot", Address = "https://t.me/msp_site_bot" });

    internal static byte[] Pdf(params IEnumerable<CertificateDetails> certificates) =>
        CertificatePdf.Write([.. certificates.Select(s => Page(s))], "Сертификат", Some.Noon);
}
