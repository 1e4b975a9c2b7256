using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.People.Roles;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Ответить на заключение»: the first head answers, the second reads it. What was sent does not change any more.</summary>
internal sealed class AnswerConclusionFlow(ConclusionReader reader, EffectScreens screens) : Flow
{
    public override string Key => EffectLinks.AnswerConclusion;

    public override Access Access => Access.Rows(async (turn, id) =>
        EffectAccess.Answers(turn.Speaker) && await reader.One(new(id)) is { IsDraft: false });

    public override string Title => ConclusionTexts.Answering;

    public override bool For(Speaker speaker) => EffectAccess.Answers(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<ConclusionId>() is not { } id || await reader.One(id) is not { } one)
            return Say(EffectScreens.Refused(EffectRefusal.NoSuchConclusion));
        if (one.Answer is not null)
            return Say(screens.Conclusion(one, ask.Speaker, Html.Paragraphs(
                ConclusionTexts.Refused(EffectRefusal.AnsweredAlready), RefusalTexts.NotKept(ask.Said))));
        var words = await ask.Text("answer", ConclusionTexts.AnswerAsk(one.Label), ConclusionTexts.Longest, ConclusionTexts.Rule);
        return Do(new AnswerConclusion(id, words));
    }
}

/// <summary>What a head answers.</summary>
internal sealed record AnswerConclusion(ConclusionId Id, string Words);

internal sealed class AnswerConclusionHandler(
    RoleStore roles, ConclusionStore store, ConclusionReader reader, EffectScreens screens, ConclusionNotices notices)
    : Handler<AnswerConclusion>
{
    public override async Task<Done> Handle(AnswerConclusion command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(EffectScreens.Refused(EffectRefusal.RoleLost));
        var refusal = await store.Answer(command.Id, command.Words, turn.Person, turn.Speaker.Chat, turn.Now);
        if (await reader.One(command.Id) is not { } after) return new Done.With(EffectScreens.Refused(EffectRefusal.NoSuchConclusion));
        if (refusal is { } because)
            return new Done.With(screens.Conclusion(after, turn.Speaker, Html.Paragraphs(
                ConclusionTexts.Refused(because), RefusalTexts.NotKept(command.Words))));
        turn.Log(LogAction.ConclusionAnswered, LogSubject.Conclusion, command.Id.Value);
        return new Done.With(screens.Conclusion(after, turn.Speaker, ConclusionTexts.Answered(await notices.TellAnswered(turn, after))));
    }
}
