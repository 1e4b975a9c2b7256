using MspBot.Data.Materials;
using MspBot.Data.Materials.Reading;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>How a material looks to somebody, and how it arrives with them.</summary>
internal sealed class MaterialFace(LibraryReader library, SiteZone zone)
{
    internal const string Take = "take";
    internal const string Share = "share";
    internal const string Complain = "bad";

    /// <summary>What a message shows that is a material's card.</summary>
    internal static string Shows(MaterialId id) => $"{MaterialLinks.Material}:{id.Value}";

    /// <param name="one">Which.</param>
    /// <param name="speaker">Who may see it.</param>
    /// <param name="rows">What other rooms add.</param>
    internal async Task<Screen> Of(MaterialDetails one, Speaker speaker, IEnumerable<IReadOnlyList<Button>> rows)
    {
        var keeps = MaterialAccess.Keeps(speaker, one);
        var shown = one.State == MaterialState.Shown;
        var screen = new Screen(MaterialCardTexts.Card(one, keeps ? await library.Complaints(one.Id) : 0, keeps, zone))
        {
            Shows = Shows(one.Id),
        };
        if (one.State != MaterialState.Checking)
            screen = screen.Row(On(one.Url is null ? MaterialCardTexts.Download : MaterialCardTexts.OpenLink, one, Take).Main());
        if (shown)
        {
            screen = screen.Row(On(MaterialCardTexts.Share, one, Share),
                MaterialAccess.IsAuthor(speaker, one) ? null
                : On(MaterialCardTexts.DoesNotOpen, one, Complain, Russian.Number(one.Edition ?? 1)));
        }
        foreach (var row in rows) screen = screen.Row([.. row]);
        return screen.Row(Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials), EngineTexts.ToMenu);
    }

    /// <summary>The file itself, or the link with its button.</summary>
    internal static Screen Given(MaterialDetails one)
    {
        var back = Button.Card(MaterialCardTexts.ToMaterial, MaterialLinks.Material, one.Id.Value);
        var screen = new Screen(one.Url is null ? Html.Bold(one.Name) : Html.Lines(Html.Bold(one.Name), Html.Text(one.Url)));
        if (one.Reference is not null) screen = screen with { Kept = new(one.Reference, one.FileName ?? one.Name, one.File?.Value) };
        else if (one.Url is not null && Uri.IsWellFormedUriString(one.Url, UriKind.Absolute))
            screen = screen.Row(Button.Link(MaterialCardTexts.Open, one.Url));
        return screen.Row(back);
    }

    /// <summary>Why there is nothing to see or to take.</summary>
    internal static Screen Refused(MaterialRefusal because) => new Screen(Html.Text(MaterialRefusalTexts.Of(because)))
        .Row(Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials), EngineTexts.ToMenu);

    private static Button On(string label, MaterialDetails one, string action, string arg = "") =>
        Button.Card(label, MaterialLinks.Material, one.Id.Value, action, arg);
}
