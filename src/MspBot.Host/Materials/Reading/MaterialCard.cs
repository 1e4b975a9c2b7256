using System.Globalization;
using MspBot.Data.Materials;
using MspBot.Data.Materials.Reading;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>One material: what it is, and how to get it.</summary>
internal sealed class MaterialCard(
    MaterialReader reader, TakenStore taken, MaterialFace face, IEnumerable<MaterialPart> parts, ComplaintNews news, BotName bot) : Card
{
    private const string Take = MaterialFace.Take;
    private const string Share = MaterialFace.Share;
    private const string Complain = MaterialFace.Complain;

    public override string Key => MaterialLinks.Material;

    /// <summary>Of what is hidden everybody may read that it is.</summary>
    public override Access Access => Access.Rows(async (turn, id) => await reader.Find(new(id)) is { } one
        && (MaterialAccess.Sees(turn.Speaker, one) || one is { InLibrary: true, State: MaterialState.Hidden }));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Find(new(id)) is not { } one) return null;
        if (!MaterialAccess.Sees(turn.Speaker, one))
            return one is { InLibrary: true, State: MaterialState.Hidden } ? MaterialFace.Refused(MaterialRefusal.Hidden) : null;
        var rows = new List<IReadOnlyList<Button>>();
        foreach (var part in parts.OrderBy(part => part.Order)) rows.AddRange(await part.For(turn, one));
        return await face.Of(one, turn.Speaker, rows);
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => action switch
    {
        Take => Give(turn, new(id)),
        Share => SendOn(turn, new(id)),
        Complain => Report(turn, new(id), new Argument(arg).Number()),
        _ => base.Press(turn, id, action, arg),
    };

    private async Task<Pressed> Give(Turn turn, MaterialId id)
    {
        var result = await taken.Take(id, turn.Person, MaterialAccess.Decides(turn.Speaker), turn.Now);
        // What was not taken is said on the card: there is nothing to wait for.
        if (result is { Refusal: MaterialRefusal.NotYetChecked, Material.Fault: not null }) return Pressed.Fresh();
        if (result.Refusal is { } because) return Refused(because);
        turn.Say(MaterialFace.Given(result.Material!));
        return Pressed.Fresh(toast: MaterialCardTexts.Sent);
    }

    private async Task<Pressed> SendOn(Turn turn, MaterialId id)
    {
        if (await reader.Find(id) is not { State: MaterialState.Shown } one || !MaterialAccess.Sees(turn.Speaker, one))
            return Pressed.Fresh();
        var link = bot.DeepLink(MaterialLink.To(id));
        turn.Say(new Screen(MaterialCardTexts.HowToShare)
            .Row(Button.Share(MaterialCardTexts.SendOn, MaterialCardTexts.SharedWords(one), link).Main()));
        turn.Say(new Screen(MaterialCardTexts.Shared(one, link)));
        return Pressed.Nothing();
    }

    private async Task<Pressed> Report(Turn turn, MaterialId id, long? edition)
    {
        var (result, isFirst) = await taken.Complain(id, turn.Person, edition, turn.Now);
        if (result.Refusal is MaterialRefusal.Replaced) return Pressed.Warn(MaterialRefusalTexts.Of(MaterialRefusal.Replaced));
        if (result.Refusal is { } because) return Refused(because);
        if (result.Material!.AddedBy == turn.Person) return Pressed.Fresh();
        if (isFirst) await news.Tell(turn, result.Material);
        return Pressed.Fresh(toast: isFirst ? MaterialCardTexts.Complained : MaterialCardTexts.ComplainedAlready);
    }

    /// <summary>What is another's is the same as none.</summary>
    private static Pressed Refused(MaterialRefusal because) => because == MaterialRefusal.NoSuchMaterial ? Pressed.Fresh()
        : Pressed.Instead(MaterialFace.Refused(because));
}

/// <summary><c>/start m_12</c>: what a colleague has shared.</summary>
internal sealed class MaterialLink(MaterialCard card, MaterialReader reader) : StartLink
{
    public override string Prefix => MaterialLinks.Prefix;

    /// <summary>The start argument that opens this material.</summary>
    internal static string To(MaterialId id) => string.Create(CultureInfo.InvariantCulture, $"{MaterialLinks.Prefix}{id.Value}");

    public override async Task Open(Turn turn, string rest) => turn.Show(
        (new Argument(rest).Number() is { } id ? await card.Show(turn, id, "") : null)
        ?? MaterialFace.Refused(MaterialRefusal.NoSuchMaterial));

    public override async Task<Html> Preview(Turn turn, string rest) =>
        new Argument(rest).Id<MaterialId>() is { } id && await reader.Find(id) is { InLibrary: true, State: MaterialState.Shown } one
            ? MaterialCardTexts.Preview(one) : default;
}
