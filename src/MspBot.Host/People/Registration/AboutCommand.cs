using MspBot.Data.People;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>/about: the site, its order and term, who leads it. Anybody may read it.</summary>
internal sealed class AboutCommand(Site site, PersonReader people) : Command
{
    public override string Name => "about";

    public override string Description => AboutTexts.About;

    public override int Order => 810;

    public override bool NeedsPerson => false;

    public override async Task Run(Turn turn, string args) => turn.Show(
        new Screen(AboutTexts.Site(site, await people.HeadNames()))
            .Row(turn.Speaker.PersonOrNull is null ? Button.Command(AboutTexts.Register, "start") : EngineTexts.ToMenu));
}
