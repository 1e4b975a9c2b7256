using MspBot.Data.Digests;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Events;

namespace MspBot.Host.Digests;

/// <summary>A seminar with few people: its invitation goes to the heads of schools, once, after a look at how many that are.</summary>
internal sealed class CallCard(SeminarReader seminars, AudienceReader audience, QuietHours quiet, BotName bot, SiteZone zone) : Card
{
    private const string Name = DigestLinks.Call;
    private const string Send = "send";

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return null;
        if (await Open(turn, id) is not { } details) return Says(CallTexts.NotOpen);
        if (IsFull(details)) return Says(CallTexts.Full);
        var heads = await audience.SchoolHeads();
        var invitation = CallTexts.Invitation(details, Link(id), zone);
        return (heads.Count == 0
            ? CallScreens.Letter(turn, invitation, CallTexts.NoHeads)
            : new Screen(Html.Paragraphs(CallTexts.Question(details, heads.Count), invitation))
                .Row(Button.Card(CallTexts.SendTo(heads.Count), Name, id, Send)))
            .Row(Button.Card(CallTexts.OpenSeminar, SeminarLinks.Seminar, id), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return Pressed.Warn(DigestTexts.NotForYou);
        if (action != Send || await Open(turn, id) is not { } details || IsFull(details)) return Pressed.Fresh(arg);
        var screen =
            new Screen(CallTexts.Invitation(details, Link(id), zone)).Row(Button.Card(CallTexts.OpenSeminar, SeminarLinks.Seminar, id));
        var heads = await audience.SchoolHeads();
        if (heads.Count == 0) return Pressed.Fresh(arg);
        // The key is of the seminar and the person: pressed twice, or by two, they hear of it once.
        turn.Tell(heads.Select(head => new Notice(
            head.Chat, screen, NoticeKey.SchoolHeadInvited(details.Id, new(head.Person)), quiet.NotBefore(turn.Now, details.StartsAt))));
        turn.Log(LogAction.SeminarSchoolsInvited, LogSubject.Seminar, id, LogDetail.Of("people", heads.Count));
        return Pressed.Instead(new Screen(CallTexts.Sent(details, heads.Count)).Row(Button.Card(CallTexts.OpenSeminar, SeminarLinks.Seminar,
            id), EngineTexts.ToMenu));
    }

    private static Screen Says(string why) => new Screen(Html.Text(why)).Row(EngineTexts.ToMenu);

    private static bool IsFull(SeminarDetails details) => !details.Attendance.HasSeatForNewcomer(details.Seats);

    private async Task<SeminarDetails?> Open(Turn turn, long id) =>
        await seminars.Details(new(id), turn.Person) is { State: SeminarState.Published } details && details.Seminar.IsOpen(turn.Now)
        ? details : null;

    private string Link(long id) => bot.DeepLink(EventLink.To(new(id)));
}

/// <summary>A silent school: a letter to its head, ready to be forwarded.</summary>
internal sealed class DirectorCard(AudienceReader audience, DecisionReader decisions, BotName bot) : Card
{
    private const string Name = DigestLinks.Director;

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return null;
        if (await audience.School(new(id)) is not { } school) return new Screen(Html.Text(CallTexts.NoSchool)).Row(EngineTexts.ToMenu);
        // The digest may be weeks old: a letter that is no longer true is not offered.
        return await decisions.IsSilent(new(id), turn.Now)
            ? CallScreens.Letter(turn, CallTexts.ToDirector(school, bot.Address)).Row(EngineTexts.ToMenu)
            : new Screen(CallTexts.NotSilent(school)).Row(EngineTexts.ToMenu);
    }
}

/// <summary>Somebody who has stopped the bot: what to tell them another way.</summary>
internal sealed class UnreachableCard(AudienceReader audience, BotName bot, SiteZone zone) : Card
{
    private const string Name = DigestLinks.Unreachable;

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return null;
        return await audience.Unreachable(new(id), turn.Now) is { } person
            ? CallScreens.Letter(turn, CallTexts.ToSchool(person, bot.Address, zone)).Row(EngineTexts.ToMenu)
            : new Screen(Html.Text(CallTexts.Reachable)).Row(EngineTexts.ToMenu);
    }
}

/// <summary>What is ready to be sent on.</summary>
internal static class CallScreens
{
    /// <summary>A word that fades says what to do: the letter itself holds no instruction.</summary>
    internal static Screen Letter(Turn turn, Html words, string flash = CallTexts.SendOn)
    {
        turn.Flash(flash);
        return new(words);
    }
}
