using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Log;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Heads;

/// <summary>A head cancels a seminar, knowing how many will hear of it.</summary>
internal sealed class CancelSeminarFlow(SeminarReader reader, SeminarScreens screens) : Flow
{
    private const string Name = SeminarLinks.CancelSeminar;

    public override string Key => Name;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override string Title => HeadTexts.Cancelling;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await reader.Details(id, ask.Person) is not { } details)
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar)))
                .Row(Button.Command(ListTexts.Events, "events")));
        if (SeminarChangeRules.CheckCancelling(details.Seminar, ask.Now) is { } refusal)
            return Say(SeminarRefusalScreens.Screen(refusal, details.Id));

        var draft = details.State == SeminarState.Draft;
        ask.WayOut = new(draft ? DialogTexts.DoNotDelete : DialogTexts.DoNotCancel, () => screens.Card(
            details, ask.Now, SeminarAccess.RelationOf(ask.Speaker, details, ask.Now),
            news: draft ? HeadTexts.DraftStays : HeadTexts.InForce(details, ask.Zone)));
        if (draft)
        {
            await ask.Confirm(HeadTexts.DeleteDraftAsk(details), [new Option<bool>(true, HeadTexts.DeleteDraftYes)]);
            return Do(new CancelSeminar(details.Id, null));
        }
        var reason = await ask.OptionalText("reason", QuestionTexts.Reason, SeminarBounds.CancelReason);
        await ask.Confirm(HeadTexts.TellAfterCancel(details, ask.Zone), [new Option<bool>(true, HeadTexts.CancelYes)]);
        return Do(new CancelSeminar(details.Id, reason));
    }
}

/// <summary>A seminar, to be cancelled.</summary>
internal sealed record CancelSeminar(SeminarId Id, string? Reason);

/// <summary>Cancels it and tells everybody who had a place.</summary>
internal sealed class CancelSeminarHandler(SeminarStore store, SeminarNotices notices, ShownSeminars shown, SeatsChanges schools)
    : Handler<CancelSeminar>
{
    public override async Task<Done> Handle(CancelSeminar command, Turn turn)
    {
        var result = await store.Cancel(command.Id, command.Reason, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return new Done.With(SeminarRefusalScreens.Screen(refusal, command.Id));

        var wasDraft = result.Before!.State == SeminarState.Draft;
        turn.Log(wasDraft ? LogAction.SeminarDraftDeleted : LogAction.SeminarCancelled, LogSubject.Seminar, command.Id.Value,
            people: SeminarDeeds.Leader(result.After!));
        await shown.Redraw(turn, result.After!);
        if (!wasDraft) await schools.Changed(turn, new(command.Id) { Freed = [.. result.Freed.Select(s => s.School)] });
        var told = wasDraft ? 0 : await notices.TellCancelled(turn, result.After!);
        var heads = wasDraft ? 0 : await schools.Cancelled(turn, result.After!, result.Freed);
        return new Done.With(new Screen(HeadTexts.Done(wasDraft ? HeadTexts.DraftDeleted : HeadTexts.Cancelled, told, heads))
            .Row(Button.Card(SeminarTexts.ToList, SeminarLinks.Events, 0)));
    }
}
