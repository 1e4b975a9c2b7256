using System.Globalization;
using MspBot.Data.Materials.Adding;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>«Добавить в библиотеку?» for a file that was sent outside any form: it is kept until the form is begun, or two days.</summary>
internal sealed class SentFileOffer(SentFileStore store) : FilesFinder
{
    private const int LongestName = 200;

    public override async Task<Screen?> Find(Turn turn, Input.Sent sent)
    {
        // A picture is no file: mostly it is none for the library.
        if (sent.File is not { Length: <= 600 } reference || sent.Kind == SentKind.Picture) return null;
        if (MaterialFiles.Refused(sent.Name, sent.Size, sent.MediaType) is { } because)
        {
            return new Screen(Html.Text(because))
                .Row(Button.Flow(AddingTexts.Add, MaterialLinks.Add), EngineTexts.ToMenu);
        }
        var name = sent.Name is { } said ? Ellipsis.Cut(said, LongestName) : null;
        var id = await store.Keep(new() { Reference = reference, Name = name, Size = sent.Size, MediaType = sent.MediaType }, turn.Person,
            turn.Now);
        return new Screen(AddingTexts.SentFile(name))
            .Row(Button.Flow(AddingTexts.Add, MaterialLinks.Add, id.ToString(CultureInfo.InvariantCulture)).Main(), EngineTexts.ToMenu);
    }
}
