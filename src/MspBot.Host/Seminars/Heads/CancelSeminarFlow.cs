using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
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

    public override Access Access => Access.All(Sight.IsHead);

    public override string Title => HeadTexts.Cancelling;

    public override bool For(Speaker speaker) => Sight.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await reader.Sheet(id, ask.Person) is not { } sheet)
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar))).Row(Button.Command(ListTexts.Events, "events")));
        if (SeminarChanging.CheckCancelling(sheet.Seminar, ask.Now) is { } refusal) return Say(Stuck.Screen(refusal, sheet.Id));

        var draft = sheet.State == SeminarState.Draft;
        ask.WayOut = new(draft ? DialogTexts.DoNotDelete : DialogTexts.DoNotCancel, () => screens.Card(
            sheet, ask.Now, Sight.PartOf(ask.Speaker, sheet, ask.Now),
            news: draft ? HeadTexts.DraftStays : HeadTexts.InForce(sheet, ask.Zone)));
        if (draft)
        {
            await ask.Confirm(HeadTexts.DeleteDraftAsk(sheet), [new Option<bool>(true, HeadTexts.DeleteDraftYes)]);
            return Do(new CancelSeminar(sheet.Id, null));
        }
        var reason = await ask.OptionalText("reason", QuestionTexts.Reason, SeminarBounds.CancelReason);
        await ask.Confirm(HeadTexts.TellAfterCancel(sheet, ask.Zone), [new Option<bool>(true, HeadTexts.CancelYes)]);
        return Do(new CancelSeminar(sheet.Id, reason));
    }
}

/// <summary>A seminar, to be cancelled.</summary>
internal sealed record CancelSeminar(SeminarId Id, string? Reason);

/// <summary>Cancels it and tells everybody who had a place.</summary>
internal sealed class CancelSeminarHandler(SeminarStore store, SeminarNotices notices, ShownSeminars shown) : Handler<CancelSeminar>
{
    public override async Task<Done> Handle(CancelSeminar command, Turn turn)
    {
        var result = await store.Cancel(command.Id, command.Reason, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return new Done.With(Stuck.Screen(refusal, command.Id));

        var wasDraft = result.Before!.State == SeminarState.Draft;
        await shown.Redraw(turn, result.After!);
        var told = wasDraft ? 0 : await notices.TellCancelled(turn, result.After!);
        return new Done.With(new Screen(HeadTexts.Done(wasDraft ? HeadTexts.DraftDeleted : HeadTexts.Cancelled, told))
            .Row(Button.Card(SeminarTexts.ToList, SeminarLinks.Events, 0)));
    }
}
