using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain.Log;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Sending;

/// <summary>«Заменить»: another teacher of the school in one's place.</summary>
internal sealed class ReplaceFlow(NominationReader reader, SeminarReader seminars, HeadedSchools heads, SchoolMeetingScreens screens) : Flow
{
    public override string Key => NominationLinks.Replace;

    public override Access Access => SchoolAccess.Nominations(reader, heads);

    public override string Title => SendingTexts.Replace;

    public override string Unfinished => SendingTexts.Unfinished;

    public override bool For(Speaker speaker) => SchoolAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await heads.Of(ask.Person) is not { } school) return Say(SchoolAccess.HeadNoMore);
        if (ask.Row<NominationId>() is not { } id || await reader.One(id) is not { } former
            || await seminars.Details(former.Seminar, ask.Person) is not { } details)
            return Say(SchoolAccess.NoSuchNomination);
        var refusal = former.ReplacedBy is null ? NominationRules.Check(details.Seminar, ask.Now) : NominationRefusal.Ended;
        if (refusal is { } because)
            return Say(await screens.Nominee(former, ask.Person, ask.Now, Html.Text(SendingTexts.Refused(because)))
                ?? SchoolAccess.NoSuchNomination);

        var teachers = (await reader.Teachers(former.Seminar, school.Id)).Where(t => t.CanBeSent && t.Id != former.Person).ToList();
        if (teachers.Count == 0)
            return Say(await screens.Nominee(former, ask.Person, ask.Now, Html.Text(SendingTexts.NobodyElse))
                ?? SchoolAccess.NoSuchNomination);
        var newcomer = await ask.Choice("teacher", SendingTexts.Newcomer(former, details, ask.Zone),
            () => Task.FromResult(SendingTexts.ToChoose(teachers)));
        return Do(new ReplaceNominee(id, school.Id, newcomer));
    }
}

/// <summary>A nomination, and who is to come instead.</summary>
internal sealed record ReplaceNominee(NominationId Former, SchoolId School, PersonId Newcomer);

/// <summary>Swaps them and tells both.</summary>
internal sealed class ReplaceNomineeHandler(
    NominationStore store, HeadedSchools heads, SchoolMeetingScreens screens, NominationNews news) : Handler<ReplaceNominee>
{
    public override async Task<Done> Handle(ReplaceNominee command, Turn turn)
    {
        if ((await heads.Hold(turn.Person))?.Id != command.School) return new Done.With(SchoolAccess.HeadNoMore);
        var result = await store.Replace(command.Former, command.School, turn.Person, command.Newcomer, turn.Now);
        if (result is not { Refusal: null, Former: { } former, Nominee: { } nominee })
            return new Done.With(result.Former is { } stays
                && await screens.Nominee(stays, turn.Person, turn.Now, Html.Text(SendingTexts.Refused(result.Refusal!.Value))) is { } screen
                ? screen : SchoolAccess.NoSuchNomination);
        turn.Log(LogAction.NominationReplaced, LogSubject.Seminar, former.Seminar.Value, LogDetail.Of("nomination", former.Id.Value),
            Role.SchoolHead, [former.Person, command.Newcomer], command.School);
        await news.Replaced(turn, former, nominee, result.Details!);
        return new Done.With(await screens.Meeting(former.Seminar, turn.Speaker, turn.Now, news: SendingTexts.Replaced(result))
            ?? SchoolAccess.NoSuchNomination);
    }
}
