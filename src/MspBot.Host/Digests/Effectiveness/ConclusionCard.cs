using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.People.Roles;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>A conclusion: a draft is open to methodologists alone; the button that sends names the words it was shown with.</summary>
internal sealed class ConclusionCard(
    ConclusionReader reader, ConclusionStore store, EffectScreens screens, ConclusionNotices notices, RoleStore roles) : Card
{
    internal const string Send = "send";
    internal const string Paper = "paper";

    public override string Key => EffectLinks.Conclusion;

    public override Access Access => Access.Rows(async (turn, id) =>
        EffectAccess.Reads(turn.Speaker) && await reader.One(new(id)) is { } one && (!one.IsDraft || EffectAccess.Writes(turn.Speaker)));

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } one ? screens.Conclusion(one, turn.Speaker) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await reader.One(new(id)) is not { } one) return Pressed.Fresh();
        if (action == Paper)
        {
            turn.Say(EffectFileMaker.Screen(one.Days, one.Id, turn.Speaker));
            turn.Log(LogAction.FileTaken, LogSubject.Conclusion, id, LogDetail.Of("file", LogFile.EffectivenessReport));
            return Pressed.Nothing();
        }
        if (action != Send || !EffectAccess.Writes(turn.Speaker) || new Argument(arg).Number() is not (<= int.MaxValue and var seen))
            return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return Refused(turn, one, EffectRefusal.RoleLost);
        if (!await notices.AnyHead()) return Refused(turn, one, EffectRefusal.NoHead);
        var because = await store.Send(one.Id, (int)seen, turn.Now);
        var after = (await reader.One(one.Id))!;
        if (because is { } refusal) return Refused(turn, after, refusal);
        turn.Log(LogAction.ConclusionSent, LogSubject.Conclusion, id, role: Role.Methodologist);
        return Pressed.Instead(screens.Conclusion(after, turn.Speaker, ConclusionTexts.Sent(await notices.TellSent(turn, after))));
    }

    private Pressed Refused(Turn turn, ConclusionDetails one, EffectRefusal because) =>
        Pressed.Instead(screens.Conclusion(one, turn.Speaker, ConclusionTexts.Refused(because)));
}
