using MspBot.Data.Conversations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.People.Registration;

/// <summary>What a stranger sees, whatever they did: what would be stored and why, and the choice.</summary>
internal sealed class PeopleWelcome(Registry registry, IServiceProvider services) : Welcome
{
    public override async Task Greet(Turn turn, string startArgument)
    {
        var preview = await Preview(turn, startArgument);
        // A link of a school says who invites; what it opens says to what.
        if (RegistrationStart.Behind(startArgument) is var behind && behind != startArgument)
            preview = Html.Paragraphs(preview, await Preview(turn, behind));
        if (!preview.IsEmpty) turn.Say(new Screen(preview));
        turn.Show(WelcomeCard.Ask(RegistrationStart.Kept(startArgument)));
    }

    private async Task<Html> Preview(Turn turn, string argument) =>
        registry.Link(argument, services) is { } link ? await link.Preview(turn, argument[link.Prefix.Length..]) : Html.Empty;
}

/// <summary>The choice offered to a stranger: agree or decline. Its buttons carry the deep link by which the stranger came.</summary>
internal sealed class WelcomeCard(DialogStore dialogs, Menu menu) : Card
{
    private const string Agree = "yes";
    private const string Decline = "no";

    public override string Key => "door";

    public override Access Access => Access.NoRow("for strangers, who have nothing");

    public override bool NeedsPerson => false;

    public override Task<Screen?> Show(Turn turn, long id, string arg) =>
        Task.FromResult<Screen?>(turn.Speaker.PersonOrNull is null ? Ask(RegistrationStart.Kept(arg)) : Registered());

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (turn.Speaker.PersonOrNull is not null)
        {
            await menu.Show(turn);
            return Pressed.Nothing(WelcomeTexts.AlreadyRegistered);
        }
        switch (action)
        {
            case Agree:
                return Pressed.Begin(PeopleLinks.Registration, new RegistrationStart(turn.Now, RegistrationStart.Kept(arg)).ToString());
            case Decline:
                await dialogs.Forget(turn.Speaker.Chat);   // an earlier «Согласен» may have left a form
                return Pressed.Instead(Declined(RegistrationStart.Kept(arg)));
            default:
                return Pressed.Fresh(arg);
        }
    }

    internal static Screen Ask(string link) => new Screen(WelcomeTexts.Greeting(cameByLink: RegistrationStart.Behind(link).Length > 0))
        .Row(Button.Card(WelcomeTexts.Agree, "door", 0, Agree, link).Main(), Button.Card(WelcomeTexts.Decline, "door", 0, Decline, link))
        .Row(Button.Command(AboutTexts.About, "about"));

    private static Screen Declined(string link) => new Screen(WelcomeTexts.Declined)
        .Row(Button.Card(WelcomeTexts.Return, "door", 0, "show", link), Button.Command(AboutTexts.About, "about"));

    private static Screen Registered() => new Screen(Html.Text(WelcomeTexts.AlreadyRegistered)).Row(EngineTexts.ToMenu);
}
