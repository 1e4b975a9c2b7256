using MspBot.Domain.Files;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials;

/// <summary>How a material arrives.</summary>
internal static class MaterialScreens
{
    internal static Screen Of(Html about, string name, string? reference, StoredFileId? file, string? url, string? fileName = null)
    {
        var screen = new Screen(Html.Paragraphs(about, url is null ? Html.Bold(name) : Html.Lines(Html.Bold(name), Html.Text(url))));
        if (reference is not null) return screen with { Kept = new(reference, fileName ?? name, file?.Value) };
        return url is not null && Uri.IsWellFormedUriString(url, UriKind.Absolute) ? screen.Row(Button.Link("Открыть", url)) : screen;
    }
}
