using MspBot.Data.People.Inquiries;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Inquiries;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Inquiries;

/// <summary>«Спросить человека»: one question to the heads.</summary>
internal sealed class AskFlow(InquiryReader reader) : Flow
{
    private const string Name = PeopleLinks.Ask;

    public override string Key => Name;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => AskTexts.Ask;

    public override string Unfinished => AskTexts.Unfinished;

    public override bool For(Speaker speaker) => IsFor(speaker);

    /// <summary>A head would ask themselves.</summary>
    internal static bool IsFor(Speaker speaker) => speaker.PersonOrNull is not null && !speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (InquiryRules.Decide(await reader.Unanswered(ask.Person, ask.Now)) is { } refusal)
            return Say(new Screen(Html.Text(AskTexts.Refused(refusal))).Row(EngineTexts.ToMenu));
        return Do(new AskHeads(await ask.Text("question", AskTexts.Question, InquiryRules.MaxLength)));
    }
}

/// <summary>Words for the heads.</summary>
internal sealed record AskHeads(string Words);

internal sealed class AskHeadsHandler(InquiryStore store, InquiryNews news) : Handler<AskHeads>
{
    public override async Task<Done> Handle(AskHeads command, Turn turn)
    {
        var said = await store.Ask(turn.Person, command.Words, turn.Now);
        if (said.Refusal is { } refusal) return new Done.Refused(refusal, Html.Text(AskTexts.Refused(refusal)));
        await news.TellHeads(turn, said);
        return new Done.With(new Screen(AskTexts.Sent).Row(Button.Card(AskTexts.ShowMine, PeopleLinks.Inquiry, said.Inquiry.Value),
            EngineTexts.ToMenu));
    }
}

/// <summary>Goes on with a question, on either side: a head answers, who asked adds to it. Begun with its number.</summary>
internal sealed class AnswerInquiryFlow(InquiryReader reader) : Flow
{
    private const string Name = PeopleLinks.AnswerInquiry;

    public override string Key => Name;

    public override Access Access => InquiryCard.Rows(reader);

    public override string Title => AskTexts.Answering;

    public override string Unfinished => AskTexts.UnfinishedAnswer;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (ask.Row<InquiryId>() is not { } id
            || await reader.Details(id) is not { } details || (details.AskerId != me && !ask.Speaker.Is(Role.Head)))
            return Say(new Screen(Html.Text(AskTexts.Refused(InquiryRefusal.Gone))).Row(EngineTexts.ToMenu));

        var words = await ask.Text("answer", AskTexts.YourAnswer(details, me), InquiryRules.MaxLength);
        var answered = details.AskerId == me ? null : details.AnsweredBefore(me);
        if (answered is not null && !await Anyway(ask, answered))
            return Say(new Screen(Html.Text(AskTexts.NotSent)).Row(EngineTexts.ToMenu));

        // One who answered between this reading and the writing: asked about with the words kept.
        return Do(new ReplyToInquiry(details.Id, words, answered is not null))
            .OnConflict(InquiryRefusal.AnsweredMeanwhile, "anyway", AskTexts.Refused(InquiryRefusal.AnsweredMeanwhile));
    }

    private static Task<bool> Anyway(Dialog ask, InquiryMessage answer) =>
        ask.Choice("anyway", AskTexts.Anyway(answer),
            [new Option<bool>(true, AskTexts.SendAnyway), new Option<bool>(false, AskTexts.DoNotSend)]);
}

/// <summary>Words for the other side. <paramref name="Anyway"/>: also beside another head's answer.</summary>
internal sealed record ReplyToInquiry(InquiryId Inquiry, string Words, bool Anyway);

internal sealed class ReplyToInquiryHandler(InquiryStore store, InquiryReader reader, InquiryNews news) : Handler<ReplyToInquiry>
{
    public override async Task<Done> Handle(ReplyToInquiry command, Turn turn)
    {
        var said = await store.Reply(command.Inquiry, turn.Person, command.Words, command.Anyway, turn.Now);
        if (said.Refusal is { } refusal) return new Done.Refused(refusal, Html.Text(AskTexts.Refused(refusal)));
        var details = (await reader.Details(said.Inquiry))!;
        var byAsker = details.AskerId == turn.Person;
        if (!byAsker) turn.Log(LogAction.InquiryAnswered, LogSubject.Inquiry, details.Id.Value, role: Role.Head, people: [details.AskerId]);
        if (byAsker) await news.TellHeads(turn, said);
        else news.TellAsker(turn, details, said);
        return new Done.With(new Screen(byAsker ? AskTexts.ReplySent : AskTexts.AnswerSent(details))
            .Row(Button.Card(byAsker ? AskTexts.ShowMine : AskTexts.Open, PeopleLinks.Inquiry, details.Id.Value), EngineTexts.ToMenu));
    }
}
