namespace MspBot.Domain.Feedback;

/// <summary>How good it was and how useful, each from 1 to 5.</summary>
public readonly record struct Marks(int Rating, int Usefulness)
{
    public const int Best = 5;

    public static IEnumerable<int> Scale => Enumerable.Range(1, Best);

    /// <summary>«45»: buttons carry them so, and can be forged.</summary>
    public static Marks? Read(string text) =>
        text is [var rating, var usefulness] && ReadOne(rating) is { } first && ReadOne(usefulness) is { } second
        ? new Marks(first, second) : null;

    public static int? ReadOne(string text) => text is [var mark] ? ReadOne(mark) : null;

    public override string ToString() => $"{Rating}{Usefulness}";

    private static int? ReadOne(char mark) => mark is >= '1' and <= '5' ? mark - '0' : null;
}
