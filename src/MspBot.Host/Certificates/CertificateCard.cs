using MspBot.Data.Certificates;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Certificates;

/// <summary>One certificate as the head sees it: whose, for what, whether it holds; it can be withdrawn and given back.</summary>
internal sealed class CertificateCard(CertificateReader reader, CertificateStore store, CertificateScreens screens, QuietHours quiet) : Card
{
    private const string Name = CertificateLinks.Certificate;
    internal const string GiveBack = "back";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        turn.Speaker.Is(Role.Head) && await reader.Details(new(id)) is { } details ? screens.ForHead(details) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != GiveBack) return Pressed.Fresh();
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(CertificateTexts.HeadsOnly);
        if (await store.GiveBack(new(id)) is not { } details) return Pressed.Fresh();
        turn.Log(LogAction.CertificateGivenBack, LogSubject.Certificate, id, role: Role.Head, people: [details.PersonId]);
        if (details.Chat is { } chat)
            turn.Tell(new Notice(chat, CertificateScreens.HoldsAgain(details), NotBefore: quiet.NotBefore(turn.Now)));
        return Pressed.Instead(screens.ForHead(details), CertificateTexts.GivenBack);
    }
}

/// <summary>Certificates issued for one seminar, for heads. The argument is the page.</summary>
internal sealed class SeminarCertificatesCard(CertificateReader reader) : Card
{
    private const string Name = CertificateLinks.SeminarCertificates;

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        var found = await Pager.Read(Pager.Number(arg), page => reader.Of(new(id), page));
        return new Screen(Html.Paragraphs(
                Html.Bold(CertificateTexts.Issued), found.Items.Count == 0 ? CertificateTexts.NoneIssued : CertificateTexts.ChooseOne))
            .Page(found, details => Button.Card(CertificateTexts.IssuedLine(details), CertificateLinks.Certificate, details.Id.Value),
                (label, number) => Button.Card(label, Name, id, arg: $"{number}"))
            .Row(Button.Card(Seminars.HeadTexts.BackToEvent, SeminarLinks.Seminar, id));
    }
}

/// <summary>«Сертификаты» under «Кто записан».</summary>
internal sealed class CertificatesOfSeminar : MspBot.Host.Seminars.Attendance.ParticipantsButton
{
    public override Button? For(Speaker speaker, Data.Seminars.SeminarDetails details, DateTimeOffset now) =>
        speaker.Is(Role.Head) && details.Seminar.IsOver(now)
        ? Button.Card(CertificateTexts.Issued, CertificateLinks.SeminarCertificates, details.Id.Value) : null;
}
