using System.Globalization;
using MspBot.Domain;

namespace MspBot.Host.Conversations.Screens;

/// <summary>A page of a list under a message: a button for each item, then the row «‹ ›».</summary>
internal static class Pager
{
    internal const string Previous = "‹";
    internal const string Next = "›";

    /// <summary>Buttons carry the number of a page, and anyone may have forged it.</summary>
    private const int Most = 10_000;

    /// <param name="screen">What stands above.</param>
    /// <param name="page">The page.</param>
    /// <param name="item">An item's button.</param>
    /// <param name="turn">The button with this label to the page of this number.</param>
    internal static Screen Page<T>(this Screen screen, Page<T> page, Func<T, Button?> item, Func<string, int, Button> turn) =>
        page.Items.Aggregate(screen, (above, one) => above.Row(item(one))).Turning(page, turn);

    /// <summary>Only the row «‹ ›».</summary>
    internal static Screen Turning<T>(this Screen screen, Page<T> page, Func<string, int, Button> turn) => screen.Row(
        page.Number == 0 ? null : turn(Previous, page.Number - 1),
        page.HasNext ? turn(Next, page.Number + 1) : null);

    /// <summary>The page that a button asks for; the first one if it asks for none.</summary>
    internal static int Number(long number) => number is > 0 and < Most ? (int)number : 0;

    /// <inheritdoc cref="Number(long)"/>
    internal static int Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Number(number) : 0;

    /// <summary>Reads the page asked for, or the first if the list no longer has it.</summary>
    internal static async Task<Page<T>> Read<T>(int number, Func<int, Task<Page<T>>> read)
    {
        var page = await read(number);
        return page.Items.Count == 0 && number > 0 ? await read(0) : page;
    }
}
