using MspBot.Data.Digests;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Digests;

/// <summary>/digest: this week so far.</summary>
internal sealed class DigestCommand(DigestCard card) : Command
{
    private const string Word = DigestLinks.DigestWord;

    public override string Name => Word;

    public override string Description => DigestTexts.CommandLine;

    public override int Order => 300;

    public override bool For(Speaker speaker) => DigestScreens.Sees(speaker);

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}

/// <summary>A digest: number 0 is this week so far, read now; any other is shown as it was sent.</summary>
internal sealed class DigestCard(DigestStore store, DigestMaker maker, DigestScreens screens, SiteZone zone) : Card
{
    private const string Name = DigestLinks.Digest;
    internal const string Files = "files";
    internal const string List = "list";
    internal const string Want = "want";
    internal const string WantNoMore = "stop";

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Sees);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Sees(turn.Speaker)) return null;
        if (await Read(turn, id, "") is not { } digest) return DigestScreens.Gone;
        var screen = screens.Message(id, digest, await store.Names(DigestFiles.People(digest)), DigestScreens.Decides(turn.Speaker),
            turn.Speaker.Is(Domain.People.Role.Head));
        return screen.Row(Button.Card(DigestTexts.Earlier, Name, 0, List), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!DigestScreens.Sees(turn.Speaker)) return Pressed.Warn(DigestTexts.NotForYou);
        switch (action)
        {
            case Files:
                return await SendFiles(turn, id, arg);
            case List:
                return Pressed.Instead(DigestScreens.Earlier(await Pager.Read(Pager.Number(id), store.Page)));
            case Want or WantNoMore when turn.Speaker.PersonOrNull is { } person:
                await store.SetWanted(person, action == Want, turn.Now);
                return Pressed.Open(PeopleLinks.Profile, 0);
            default:
                return Pressed.Fresh(arg);
        }
    }

    private async Task<Pressed> SendFiles(Turn turn, long id, string week)
    {
        if (await Read(turn, id, week) is not { } digest) return Pressed.Fresh();
        turn.Log(LogAction.FileTaken, LogSubject.Digest, id == 0 ? null : id, LogDetail.Of("file", LogFile.DigestTable));
        foreach (var screen in DigestScreens.Files(digest, await store.Names(DigestFiles.People(digest)))) turn.Say(screen);
        return Pressed.Nothing();
    }

    /// <summary>
    /// A digest of a running period has no undelivered recipients; <paramref name="week"/> is the week that was running when the card was
    /// shown.
    /// </summary>
    private async Task<Digest?> Read(Turn turn, long id, string week) => id == 0
        ? await maker.Make(DigestPeriod.Read(PeriodKind.Week, week)
            ?? DigestPeriod.Of(PeriodKind.Week, zone.DayOf(turn.Now)), turn.Now) with
        { Undelivered = [] }
        : (await store.Find(id))?.Digest;
}
