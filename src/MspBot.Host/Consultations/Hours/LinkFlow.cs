using MspBot.Data.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Hours;

/// <summary>Where a tutor meets.</summary>
internal sealed class LinkFlow(HoursReader reader) : Flow
{
    private const string Name = ConsultationLinks.Link;

    private const int Longest = 500;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => HoursTexts.Link;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var has = await reader.Times(ask.Person) is { JoinLink: not null };
        var link = await ask.Text("meet", HoursTexts.WhichLink, Longest, TextRule.Link, has ? [HoursTexts.NoLinkAnyMore] : null);
        return Do(new SetLink(link == HoursTexts.NoLinkAnyMore ? null : link));
    }
}

/// <summary>Null: the link is removed.</summary>
internal sealed record SetLink(string? Link);

internal sealed class SetLinkHandler(HoursStore store, HoursReader reader) : Handler<SetLink>
{
    public override async Task<Done> Handle(SetLink command, Turn turn)
    {
        var tutor = turn.Person;
        await store.SetLink(tutor, command.Link);
        return await reader.Details(tutor, turn.Now) is { } details
            ? new Done.With(HoursScreens.Overview(details, Html.Text(command.Link is null ? HoursTexts.LinkRemoved : HoursTexts.LinkSaved)))
            : new Done.Opening(ConsultationLinks.Hours, 0);
    }
}
