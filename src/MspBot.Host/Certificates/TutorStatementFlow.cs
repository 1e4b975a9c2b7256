using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Certificates;

/// <summary>«Справка тьютора»: consultations, meetings and hours of a period.</summary>
internal sealed class TutorStatementFlow : Flow
{
    private const string Name = CertificateLinks.TutorStatement;

    public override string Key => Name;

    public override Access Access => Access.NoRow("counts the speaker's own");

    public override string Title => CertificateTexts.Statement;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask) => Do(new MakeStatement(await CertificatePeriods.Ask(ask)))
        .OnConflict(CertificateRefusal.NothingInPeriod, CertificatePeriods.Question, CertificateTexts.NoWorkThen);
}

/// <summary>A period that a tutor wants on paper.</summary>
internal sealed record MakeStatement(CertificatePeriod Period);

internal sealed class MakeStatementHandler(CertificatePrinting printing) : Handler<MakeStatement>
{
    public override async Task<Done> Handle(MakeStatement command, Turn turn)
    {
        var result = await printing.Tutored(turn.Speaker, command.Period, turn.Now);
        if (result.Refusal is null)
        {
            turn.Log(LogAction.FileTaken, LogSubject.Certificate, result.Details!.Id.Value,
                LogDetail.Of("file", LogFile.Statement), Role.Tutor);
            CertificatePeriods.Answered(turn, command.Period);
        }
        return result.Refusal switch
        {
            null => new Done.With(printing.File(result.Details!, turn.Now)),
            CertificateRefusal.NothingInPeriod =>
                new Done.Refused(CertificateRefusal.NothingInPeriod, Html.Text(CertificateTexts.NoWorkThen)),
            { } because => new Done.With(CertificateScreens.Refused(because, result.Details)),
        };
    }
}
