using System.Text.Json;
using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Materials.Papers;

/// <summary>Makes a paper of the library as it stands when its message is sent.</summary>
internal sealed class MaterialPaperMaker(MaterialPaperReader reader, TransactionEnd end, Site site, SiteZone zone, TimeProvider time)
    : FileMaker
{
    private const string Name = "library";

    public override string Key => Name;

    internal static FileToMake Register { get; } = new(Name, JsonSerializer.Serialize(new Asked(null)));

    internal static FileToMake Spread(PersonId author) => new(Name, JsonSerializer.Serialize(new Asked(author.Value)));

    public override async Task<Attachment?> Make(string of)
    {
        var today = zone.DayOf(time.GetUtcNow());
        if (JsonSerializer.Deserialize<Asked>(of)!.Author is { } author)
        {
            var spread = await reader.SpreadOf(new(author));
            await end.Commit();
            return spread is null ? null
                : new(MaterialPaperTexts.SpreadFile(today), DocxFile.MediaType, new SpreadDocx(spread, site, zone).Write(today));
        }
        var materials = await reader.Register();
        await end.Commit();
        return materials.Count == 0 ? null
            : new(MaterialPaperTexts.RegisterFile(today), SheetWriter.MediaType, MaterialRegister.Xlsx(materials, zone));
    }

    /// <param name="Author">Null: the register.</param>
    private sealed record Asked(long? Author);
}
