using MspBot.Data.Digests;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>How a digest looks to one person: the message with the buttons of what they may decide, then its picture and files.</summary>
internal sealed class DigestScreens(SiteZone zone)
{
    /// <summary>The message; <paramref name="id"/> is 0 for a period that still runs.</summary>
    internal Screen Message(long id, Digest digest, IReadOnlyDictionary<long, string> names, bool decides, bool assigns)
    {
        var screen = new Screen(DigestMessage.Text(digest, names, zone));
        foreach (var kind in decides ? Decisions.ByKind(digest.Decisions) : [])
            screen = screen.Row(DecisionScreens.Decide(id, kind, names, assigns));
        // What still runs has no number: its button says which week it was.
        return screen.Row(Button.Card(DigestTexts.Files, DigestLinks.Digest, id, DigestCard.Files, id == 0 ? $"{digest.Period}" : ""));
    }

    /// <summary>Each a message of its own, in this order.</summary>
    internal static IReadOnlyList<Screen> Files(Digest digest, IReadOnlyDictionary<long, string> names) =>
        [.. DigestFileMaker.All(digest, names).Select(file => new Screen(Html.Text(DigestTexts.Title(digest))) { ToMake = file })];

    internal static Screen Gone => new Screen(Html.Text(DigestTexts.Gone)).Row(EngineTexts.ToMenu);

    /// <summary>The list of those that were sent, with a way to how things stand now.</summary>
    internal static Screen Earlier(Page<(long Id, DigestPeriod Period)> page) =>
        new Screen(page.Items.Count == 0 ? DigestTexts.NoneStored : DigestTexts.EarlierTitle)
            .Page(page, one => Button.Card(DigestTexts.Period(one.Period), DigestLinks.Digest, one.Id),
                (label, number) => Button.Card(label, DigestLinks.Digest, number, DigestCard.List))
            .Row(Button.Command(DigestTexts.ThisWeek, DigestLinks.DigestWord), EngineTexts.ToMenu);

    internal static bool Decides(Speaker speaker) => speaker.IsAny(Role.Head, Role.Methodologist);

    internal static bool Sees(Speaker speaker) => speaker.IsAny(Role.Head, Role.Methodologist, Role.Observer);

    internal static bool Decides(DigestRecipient recipient) => recipient.IsHead || recipient.IsMethodologist;
}
