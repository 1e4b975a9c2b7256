namespace MspBot.Domain;

/// <summary>How lists are divided into pages of six.</summary>
public static class Paging
{
    public const int Size = 6;

    /// <summary>What a reader takes: one item more than a page, which only says that there is a next page.</summary>
    public const int Take = Size + 1;

    public static int Skip(int number, int size = Size) => number * size;

    /// <summary>The last page of a list of <paramref name="all"/> items.</summary>
    public static int Last(int all, int size = Size) => Math.Max(0, (all - 1) / size);

    /// <summary>The page itself, or the nearest one that the list still has.</summary>
    public static int Nearest(int number, int all, int size = Size) => Math.Clamp(number, 0, Last(all, size));

    /// <param name="read">At most <see cref="Take"/> items.</param>
    /// <param name="number">Which page they are.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> read, int number) => new([.. read.Take(Size)], number, read.Count > Size);

    /// <param name="items">The page's own items.</param>
    /// <param name="number">Which page they are.</param>
    /// <param name="all">How many items the list has.</param>
    /// <param name="size">How many a page has.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> items, int number, int all, int size = Size) =>
        new(items, number, number < Last(all, size));

    /// <summary>Cuts a page out of the whole list: the one asked for, or the nearest.</summary>
    public static Page<T> Cut<T>(IReadOnlyList<T> all, int number)
    {
        number = Nearest(number, all.Count);
        return Of([.. all.Skip(Skip(number)).Take(Size)], number, all.Count);
    }
}
