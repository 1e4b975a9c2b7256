using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Tests.Conversations;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials.Adding;

/// <summary>Rows of adding that only some may open: <see cref="RowsOfOthers"/>.</summary>
internal static class AddingRows
{
    /// <param name="world">Where.</param>
    /// <param name="mark">In the words of each.</param>
    /// <param name="author">The chat of who adds them.</param>
    /// <param name="head">The chat of a head.</param>
    internal static async Task<IReadOnlyList<PlantedRow>> Plant(World world, string mark, long author, long head)
    {
        // What is shown is for all to read: its name and authors have no mark.
        var shown = await world.Material("Проценты для всех", world.Visitor(author), byAuthor: false);
        var offered = await world.Material($"{mark} дроби", world.Visitor(author), MaterialState.Offered);
        return
        [
            new("lm", offered.Value, author, mark, Role.Head),
            new("lmd", shown.Value, author, "Проценты для всех", Role.Head),
            new("lh", shown.Value, author, "Проценты для всех", Role.Head),
            new("lo", 0, head, mark, Role.Head),
        ];
    }
}
