using MspBot.Data.People;
using MspBot.Data.People.Inquiries;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Inquiries;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Inquiries;

/// <summary>A question to the heads with what was said to it: seen by who asked, and by every head.</summary>
internal sealed class InquiryCard(InquiryReader reader, SiteZone zone) : Card
{
    private const string Name = PeopleLinks.Inquiry;

    public override string Key => Name;

    public override Access Access => Rows(reader);

    internal static Access Rows(InquiryReader reader) => Access.Rows(async (turn, id) =>
        await reader.Details(new(id)) is { } details && (details.AskerId == turn.Person || turn.Speaker.Is(Role.Head)));

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Details(new(id)) is { } details ? For(details, turn.Speaker, zone) : null;

    /// <summary>Null: there is nothing for them to see.</summary>
    internal static Screen? For(InquiryDetails details, Speaker speaker, SiteZone zone) =>
        details.AskerId == speaker.Person ? ForAsker(details, zone) : speaker.Is(Role.Head) ? ForHead(details, zone) : null;

    /// <summary>What a message that shows this question is known by.</summary>
    internal static string Shown(InquiryId id) => $"{Name}:{id.Value}";

    internal static Screen ForHead(InquiryDetails details, SiteZone zone) =>
        new Screen(AskTexts.ForHead(details, zone)) { Shows = Shown(details.Id) }
        .Row(Reply(details.WaitsSince is null ? AskTexts.AddAnswer : AskTexts.Answer, details), EngineTexts.ToMenu);

    internal static Screen ForAsker(InquiryDetails details, SiteZone zone) =>
        new Screen(AskTexts.ForAsker(details, zone)) { Shows = Shown(details.Id) }
        .Row(Reply(details.WaitsSince is null ? AskTexts.Answer : AskTexts.AddQuestion, details),
            Button.Flow(AskTexts.AskMore, PeopleLinks.Ask))
        .Row(EngineTexts.ToMenu);

    private static Button Reply(string label, InquiryDetails details) => Button.Flow(label, PeopleLinks.AnswerInquiry, details.Id);
}

/// <summary>Carries what was said to the other side.</summary>
internal sealed class InquiryNews(InquiryReader reader, PersonReader people, QuietHours quiet, SiteZone zone)
{
    internal async Task TellHeads(Turn turn, InquiryResult said)
    {
        var screen = InquiryCard.ForHead((await reader.Details(said.Inquiry))!, zone);
        foreach (var chat in await people.HeadChats()) Tell(turn, chat, screen, said);
    }

    internal void TellAsker(Turn turn, InquiryDetails details, InquiryResult said)
    {
        if (details.AskerChat is { } chat) Tell(turn, chat, InquiryCard.ForAsker(details, zone), said);
    }

    private void Tell(Turn turn, ChatId chat, Screen screen, InquiryResult said) =>
        turn.TellOthers(new Notice(chat, screen, NoticeKey.InquiryMessage(said.Message, chat), quiet.NotBefore(turn.Now)));
}

/// <summary>Reminds the heads in the menu of a question, for as long as it waits; also one who could not be told.</summary>
internal sealed class InquiryWaiting(InquiryReader reader) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        turn.Speaker.Is(Role.Head) && await reader.LongestWaiting(turn.Person) is { } details
            ? new(details.WaitsSince!.Value, AskTexts.Waits(details), Button.Card(AskTexts.Open, PeopleLinks.Inquiry, details.Id.Value))
            : null;
}

/// <summary>
/// Somebody is about to be erased: what they asked goes, and every word of theirs. Then the cards of others are drawn without it.
/// </summary>
internal sealed class InquiryOnPersonErased(InquiryStore store, InquiryReader reader, Outbox outbox, SiteZone zone) : OnPersonErased
{
    private IReadOnlyList<InquiryId> theirs = [];

    public override async Task Before(PersonId person, Turn turn)
    {
        theirs = await reader.Of(person);
        await store.Forget(person);
    }

    public override Task After(PersonId person, Turn turn)
    {
        var cards = theirs.ToDictionary(InquiryCard.Shown);
        return outbox.RedrawNameless(cards.Keys, async (shows, who) => await reader.Details(cards[shows]) is { } details
            ? InquiryCard.For(details, who, zone)
            : new Screen(Html.Text(AskTexts.Refused(InquiryRefusal.Gone))).Row(EngineTexts.ToMenu));
    }
}
