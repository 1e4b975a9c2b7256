using MspBot.Data.Certificates;
using MspBot.Data.Materials.Papers;
using MspBot.Domain.Certificates;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials.Papers;

namespace MspBot.Host.Certificates;

/// <summary>«Мои документы»: all certificates of a period in one file, for attestation.</summary>
internal sealed class DocumentsFlow : Flow
{
    private const string Name = CertificateLinks.Documents;

    public override string Key => Name;

    public override Access Access => Access.NoRow("gathers the speaker's own");

    public override string Title => CertificateTexts.Documents;

    public override async Task<Outcome> Talk(Dialog ask) => Do(new GatherDocuments(await CertificatePeriods.Ask(ask)))
        .OnConflict(DocumentsRefusal.None, CertificatePeriods.Question, CertificateTexts.NoDocumentsThen)
        .OnConflict(DocumentsRefusal.TooMany, CertificatePeriods.Question, CertificateTexts.TooManyDocuments);
}

/// <summary>A period whose papers are wanted in one file.</summary>
internal sealed record GatherDocuments(CertificatePeriod Period);

internal enum DocumentsRefusal
{
    None,
    TooMany,
}

internal sealed class GatherDocumentsHandler(CertificateReader reader, CertificatePrinting printing, MaterialPaperReader materials)
    : Handler<GatherDocuments>
{
    /// <summary>A page takes some milliseconds, and a file must be small enough to be sent.</summary>
    internal const int Most = 60;

    public override async Task<Done> Handle(GatherDocuments command, Turn turn)
    {
        var person = turn.Person;
        var lines = await reader.Between(person, printing.Begin(command.Period), printing.End(command.Period), turn.Now, Most + 1);
        if (lines.Count > Most) return new Done.Refused(DocumentsRefusal.TooMany, Html.Text(CertificateTexts.TooManyDocuments));

        var results = new List<CertificateResult>();
        foreach (var line in lines)
            results.Add(await (line.Kind == CertificateKind.Led ? printing.Led(person, line.SeminarId!.Value, turn.Now)
                : printing.Attended(person, line.SeminarId!.Value, turn.Now)));
        if (turn.Speaker.Is(Role.Tutor)) results.Add(await printing.Tutored(turn.Speaker, command.Period, turn.Now));

        if (results.Any(r => r.Refusal == CertificateRefusal.NameNotPrintable))
            return new Done.With(CertificateScreens.Refused(CertificateRefusal.NameNotPrintable));

        var certificates = results.Where(r => r.Refusal is null).Select(r => r.Details!).ToList();
        var waiting = results.Count(r => r.Refusal == CertificateRefusal.FeedbackFirst);
        if (certificates.Count == 0 && waiting > 0) return new Done.With(CertificateScreens.AllWait(command.Period, waiting));
        if (certificates.Count == 0)
            return new Done.Refused(DocumentsRefusal.None, Html.Text(CertificateTexts.NoDocumentsThen));
        CertificatePeriods.Answered(turn, command.Period);
        return new Done.With(new Screen(CertificateTexts.HereAll(command.Period, certificates.Count, waiting))
        {
            ToMake = CertificatePrinting.Pdf(certificates, CertificateTexts.DocumentsFile(command.Period), turn.Now),
        }.Row(await materials.HasAny(person) ? SpreadCard.Open : null));
    }
}
