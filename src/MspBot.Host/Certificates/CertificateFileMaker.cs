using System.Text.Json;
using MspBot.Data.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Certificates;

/// <summary>Draws issued certificates, by their numbers in the database; certificates erased since are left out.</summary>
internal sealed class CertificateFileMaker(CertificateReader reader, Site site, SiteZone zone, BotName bot) : FileMaker
{
    private const string Name = "certificates";

    public override string Key => Name;

    internal static FileToMake Of(Papers papers) => new(Name, JsonSerializer.Serialize(papers));

    public override async Task<Attachment?> Make(string of)
    {
        var papers = JsonSerializer.Deserialize<Papers>(of)!;
        var certificates = await reader.DetailsOf(papers.Ids);
        return certificates.Count == 0 ? null
            : new($"{papers.Name}.pdf", "application/pdf",
                CertificatePdf.Write([.. certificates.Select(s => CertificateWords.Page(s, site, zone, bot))], papers.Name, papers.At));
    }

    /// <param name="Name">What the file is called.</param>
    /// <param name="At">When it was asked for.</param>
    /// <param name="Ids">A page each, in this order.</param>
    internal sealed record Papers(string Name, DateTimeOffset At, IReadOnlyList<long> Ids);
}
