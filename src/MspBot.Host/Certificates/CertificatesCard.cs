using MspBot.Data.Certificates;
using MspBot.Data.Materials.Papers;
using MspBot.Domain;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials.Papers;
using MspBot.Host.Meetings;
using MspBot.Host.People;

namespace MspBot.Host.Certificates;

/// <summary>
/// «Сертификаты»: what a person came to, led, and was given statements of; a press sends the paper. Shown, its number is the
/// page; pressed, it is the seminar or the statement that is meant.
/// </summary>
internal sealed class CertificatesCard(
    CertificateReader reader, CertificatePrinting printing, MaterialPaperReader materials, SiteZone zone) : Card
{
    internal const string Name = MeetingLinks.Certificates;
    private const string Attended = MeetingLinks.Attended;
    private const string Led = "l";
    private const string Again = "st";

    public override string Key => Name;

    public override Access Access =>
        Access.NoRow("the number is a page, or a meeting or a paper that is looked for among the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var found = await Pager.Read(Pager.Number(id), page => reader.Mine(turn.Person, turn.Now, page));
        var none = found.Items.Count == 0;
        return new Screen(Html.Paragraphs(Html.Bold(MeetingTexts.Certificates), none ? CertificateTexts.NoneYet
            : CertificateTexts.HowToGet))
            .Page(found, ToGet, (label, number) => Button.Card(label, Name, number))
            .Row(
                none ? null : Button.Flow(CertificateTexts.Documents, CertificateLinks.Documents),
                turn.Speaker.Is(Role.Tutor) ? Button.Flow(CertificateTexts.Statement, CertificateLinks.TutorStatement) : null)
            .Row(await materials.HasAny(turn.Person) ? SpreadCard.Open : null)
            .Row(turn.Speaker.Is(Role.Head) ? Button.Flow(CertificateTexts.Find, CertificateLinks.FindCertificate) : null)
            .Row(Button.Command(CertificateTexts.ToMine, "my"), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var person = turn.Person;
        var result = action switch
        {
            Attended => await printing.Attended(person, new(id), turn.Now),
            Led => await printing.Led(person, new(id), turn.Now),
            Again => await Statement(turn, new(id)),
            _ => null,
        };
        if (result is null) return Pressed.Open(Name, 0);
        if (action == Again && result.Refusal is null)
            turn.Log(LogAction.FileTaken, LogSubject.Certificate, id, LogDetail.Of("file", LogFile.Statement), Role.Tutor);
        turn.Say(result.Refusal is { } because ? CertificateScreens.Refused(because, result.Details, new SeminarId(id))
            : printing.File(result.Details!, turn.Now));
        return Pressed.Nothing();
    }

    /// <summary>A statement once more, as things stand today; only the person's own.</summary>
    private async Task<CertificateResult?> Statement(Turn turn, CertificateId id) =>
        await reader.Details(id) is { Kind: CertificateKind.Tutored } details && details.PersonId == turn.Person
            ? await printing.Tutored(turn.Speaker, new(details.FirstDay!.Value, details.LastDay!.Value), turn.Now)
            : null;

    private Button ToGet(CertificateLine line) => line switch
    {
        { SeminarId: { } seminar } =>
            Button.Card(CertificateTexts.Line(line, zone), Name, seminar.Value, line.Kind == CertificateKind.Led ? Led : Attended),
        { Id: { } id } => Button.Card(CertificateTexts.Line(line, zone), Name, id.Value, Again),
        _ => throw new InvalidOperationException("a line is of a seminar or of a statement"),
    };
}

/// <summary>«Сертификаты» in «Мои записи».</summary>
internal sealed class CertificatesSection(CertificateReader reader) : MySection
{
    public override int Order => 50;

    public override async Task<MyPart?> For(Turn turn)
    {
        var count = await reader.Count(turn.Person, turn.Now);
        return count == 0 && !turn.Speaker.IsAny(Role.Tutor, Role.Head)
            ? null
            : new(Html.Empty, [[Button.Card(CertificateTexts.MineCounted(count), MeetingLinks.Certificates, 0)]]);
    }
}
