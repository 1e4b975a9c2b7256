using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.People.Roles;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Написать заключение»: begun with the period that was seen. What comes of it is a draft.</summary>
internal sealed class ConcludeFlow(ConclusionReader reader, EffectScreens screens) : Flow
{
    public override string Key => EffectLinks.Conclude;

    public override Access Access => Access.NoRow("makes a new one, of the days that it is begun with");

    public override string Title => ConclusionTexts.Writing;

    public override bool For(Speaker speaker) => EffectAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (EffectPeriod.Read(ask.Start.Text) is not { } period) return Say(EffectScreens.NoSuchYear);
        if (ask.IsBeginning && await reader.Draft(period) is { } draft)
            return Say(screens.Conclusion(draft, ask.Speaker, ConclusionTexts.Refused(EffectRefusal.DraftExists)));
        var words = await ask.Text("conclusion", ConclusionTexts.WordsAsk(EffectTexts.Label(period)), ConclusionTexts.Longest,
            ConclusionTexts.Rule);
        return Do(new WriteConclusion(period, words));
    }
}

/// <summary>What a methodologist concludes of some days: a draft until it is sent.</summary>
internal sealed record WriteConclusion(EffectPeriod Period, string Words);

internal sealed class WriteConclusionHandler(
    RoleStore roles, ConclusionStore store, ConclusionReader reader, EffectScreens screens) : Handler<WriteConclusion>
{
    public override async Task<Done> Handle(WriteConclusion command, Turn turn)
    {
        var (period, words) = command;
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return new Done.With(EffectScreens.Refused(EffectRefusal.RoleLost));
        if (await store.Draft(period, EffectTexts.Label(period), words, turn.Person, turn.Now) is { } draft)
            return new Done.With(screens.Conclusion(draft, turn.Speaker, ConclusionTexts.Saved));
        // Another was faster. It may have been sent by now, then these words may be written anew.
        return new Done.With(await reader.Draft(period) is { } other
            ? screens.Conclusion(other, turn.Speaker, Html.Paragraphs(
                ConclusionTexts.Refused(EffectRefusal.DraftExists), RefusalTexts.NotKept(words)))
            : EffectScreens.Refused(EffectRefusal.ChangedMeanwhile));
    }
}

/// <summary>A draft is written anew: begun with it and the version that was read.</summary>
internal sealed class ChangeConclusionFlow(ConclusionReader reader, EffectScreens screens) : Flow
{
    public override string Key => EffectLinks.ChangeConclusion;

    public override Access Access => Access.All(EffectAccess.Writes);

    public override string Title => ConclusionTexts.Writing;

    public override bool For(Speaker speaker) => EffectAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<ConclusionId>() is not { } id || ask.Start.Number(1) is not (<= int.MaxValue and var seen)
            || await reader.One(id) is not { } one) return Say(EffectScreens.Refused(EffectRefusal.NoSuchConclusion));
        EffectRefusal? refusal = !one.IsDraft ? EffectRefusal.SentAlready : one.Version != seen ? EffectRefusal.ChangedMeanwhile : null;
        if (refusal is { } because)
            return Say(screens.Conclusion(one, ask.Speaker, Html.Paragraphs(
                ConclusionTexts.Refused(because), RefusalTexts.NotKept(ask.Said))));
        var words = await ask.Text("conclusion", ConclusionTexts.ChangeAsk, ConclusionTexts.Longest, ConclusionTexts.Rule);
        return Do(new ChangeConclusion(id, (int)seen, words));
    }
}

/// <summary>What a draft is to say, if it still says what the methodologist saw.</summary>
internal sealed record ChangeConclusion(ConclusionId Id, int Version, string Words);

internal sealed class ChangeConclusionHandler(
    RoleStore roles, ConclusionStore store, ConclusionReader reader, EffectScreens screens, ConclusionNotices notices)
    : Handler<ChangeConclusion>
{
    public override async Task<Done> Handle(ChangeConclusion command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return new Done.With(EffectScreens.Refused(EffectRefusal.RoleLost));
        var refusal = await store.Change(command.Id, command.Version, command.Words, turn.Person, turn.Now);
        if (await reader.One(command.Id) is not { } after) return new Done.With(EffectScreens.Refused(EffectRefusal.NoSuchConclusion));
        if (refusal is { } because)
            return new Done.With(screens.Conclusion(after, turn.Speaker, Html.Paragraphs(
                ConclusionTexts.Refused(because), RefusalTexts.NotKept(command.Words))));
        await notices.Redraw(turn, after);
        return new Done.With(screens.Conclusion(after, turn.Speaker, ConclusionTexts.Saved));
    }
}
