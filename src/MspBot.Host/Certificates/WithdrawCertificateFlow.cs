using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Certificates;

/// <summary>«Найти сертификат»: a head looks one up by its number.</summary>
internal sealed class FindCertificateFlow(CertificateReader reader, CertificateScreens screens) : Flow
{
    private const string Name = CertificateLinks.FindCertificate;

    public override string Key => Name;

    public override Access Access => Access.NoRow("begins with no number: a head types one");

    public override string Title => CertificateTexts.Find;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var number = CertificateNumber.Read(await ask.Text("number", CertificateTexts.WhichNumber, 20, ReadNumber))!.Value;
        return Say(await reader.ByNumber(number) is { } details
            ? screens.ForHead(details)
            : new Screen(CertificateTexts.NoSuchNumber(number)).Row(Button.Flow(CertificateTexts.FindAnother, Name), EngineTexts.ToMenu));
    }

    private static Parsed<string> ReadNumber(string typed) => CertificateNumber.Read(typed) is { } number
        ? new Parsed<string>.Good(number.ToString(), number.ToString())
        : new Parsed<string>.Bad(CertificateTexts.NumberUnclear);
}

/// <summary>«Отозвать сертификат», with a reason that its owner reads.</summary>
internal sealed class WithdrawCertificateFlow(CertificateReader reader, CertificateScreens screens) : Flow
{
    private const string Name = CertificateLinks.WithdrawCertificate;
    private const int LongestReason = 300;

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override string Title => CertificateTexts.Withdraw;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<CertificateId>() is not { } id || await reader.Details(id) is not { } details)
            return Say(new Screen(Html.Text(EngineTexts.Gone)).Row(EngineTexts.ToMenu));
        if (details.WithdrawnAt is not null) return Say(screens.ForHead(details));

        ask.WayOut = new(DialogTexts.DoNotWithdraw, () => screens.ForHead(details, CertificateTexts.StillValid));
        var reason = await ask.Text("reason", CertificateTexts.WhyWithdraw, LongestReason);
        await ask.Confirm(CertificateTexts.WithdrawAsk(details), [new Option<bool>(true, CertificateTexts.Withdraw)]);
        return Do(new WithdrawCertificate(details.Id, reason));
    }
}

/// <summary>Withdraws a certificate.</summary>
internal sealed record WithdrawCertificate(CertificateId Id, string Reason);

internal sealed class WithdrawCertificateHandler(
    CertificateStore store, CertificateReader reader, CertificateScreens screens, QuietHours quiet) : Handler<WithdrawCertificate>
{
    public override async Task<Done> Handle(WithdrawCertificate command, Turn turn)
    {
        if (!turn.Speaker.Is(Role.Head)) return new Done.With(new Screen(Html.Text(CertificateTexts.HeadsOnly)).Row(EngineTexts.ToMenu));
        if (await store.Withdraw(command.Id, command.Reason, turn.Person, turn.Now) is { } details)
        {
            turn.Log(LogAction.CertificateWithdrawn, LogSubject.Certificate, details.Id.Value, role: Role.Head, people: [details.PersonId]);
            if (details.Chat is { } chat)
            {
                turn.Tell(new Notice(chat, CertificateScreens.Withdrawn(details),
                    NoticeKey.CertificateWithdrawn(details.Id, details.WithdrawnAt!.Value), quiet.NotBefore(turn.Now)));
            }
            return new Done.With(screens.ForHead(details));
        }
        // Another head was quicker.
        return new Done.With(await reader.Details(command.Id) is { } now ? screens.ForHead(now)
            : new Screen(Html.Text(EngineTexts.Gone)).Row(EngineTexts.ToMenu));
    }
}
