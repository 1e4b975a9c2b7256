using MspBot.Data.Feedback;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>«Мы сделали: …»: the head answers what was said of a seminar.</summary>
internal sealed class ReplyFlow(SeminarReader seminars, OpinionReader opinions) : Flow
{
    internal const string Name = "we-did";
    private const int Longest = 1000;

    public override string Key => Name;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override string Title => ViewTexts.ReplyTitle;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await seminars.Details(id, ask.Person) is not { State: SeminarState.Published } details || !details.Seminar.IsOver(ask.Now))
            return Say(FeedbackScreens.Refused(FilingRefusal.NoSuchMeeting));
        // Who would be told of fewer than three could be counted off.
        if ((await opinions.OfSeminar(details.Id)).Count < Anonymity.MinPeople)
            return Say(new Screen(ViewTexts.FewSeminar).Row(Button.Card(ViewTexts.ToEvent, SeminarLinks.Seminar, id.Value)));

        var text = await ask.Text("done", ViewTexts.ReplyText, Longest);
        await ask.Confirm(ViewTexts.ReplyConfirm, [new Option<bool>(true, ViewTexts.ReplySend)]);
        return Do(new SendReply(details.Id, details.Title, text));
    }
}

/// <summary>What was done about a seminar's feedback.</summary>
internal sealed record SendReply(SeminarId Seminar, string Title, string Text);

/// <summary>
/// All who have filed are told, with words or without: the queue keeps to whom something was sent, and one who was told alone would be
/// the author of the only words. Their names are not shown.
/// </summary>
internal sealed class SendReplyHandler(OpinionReader reader, FeedbackReader feedback, AuthorKey key, QuietHours quiet) : Handler<SendReply>
{
    public override async Task<Done> Handle(SendReply command, Turn turn)
    {
        var reply = await reader.AddReply(command.Seminar, command.Text, turn.Person, turn.Now);
        turn.Log(LogAction.FeedbackReplied, LogSubject.Seminar, command.Seminar.Value, role: Role.Head);
        var screen = new Screen(ViewTexts.ToAuthors(command.Title, command.Text)).Row(EngineTexts.ToMenu);
        turn.Tell(from person in await feedback.Filed(await reader.ParticipantsOfSeminar(command.Seminar), MeetingKind.Seminar)
                  where person.Chat is not null
                  select new Notice(
                      person.Chat!.Value, screen, NoticeKey.FeedbackReply(key, person.Person, reply), quiet.NotBefore(turn.Now)));
        return new Done.With(new Screen(ViewTexts.Replied).Row(Button.Card(ViewTexts.ToNumbers, FeedbackLinks.SeminarFeedback,
            command.Seminar.Value)));
    }
}
