using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Plan.Papers;

/// <summary>
/// What a table's row said when it was printed, in a few letters: so it is known later whether the item was changed since, and whether the
/// row was. The words themselves are in none of them.
/// </summary>
/// <param name="Number">The item's.</param>
/// <param name="State">Stands for all that it said, with the person who answers, not their name.</param>
/// <param name="Name">Stands for the words in the column of whoever answers.</param>
public sealed record PrintedItem(int Number, string State, string Name)
{
    /// <summary>Of three million changes one goes unnoticed.</summary>
    internal const int LettersOfState = 5;

    internal const int LettersOfName = 4;

    /// <summary>None of them makes a number, a date or a word.</summary>
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    private const char Apart = '\u001f';

    /// <param name="number">The item's.</param>
    /// <param name="text">What is printed.</param>
    /// <param name="isExcluding">It is printed as on its way out.</param>
    /// <param name="responsible">The words for whoever answers.</param>
    public static PrintedItem Of(int number, ItemText text, bool isExcluding, string responsible) =>
        new(number, StateOf(text, isExcluding), NameOf(responsible));

    /// <summary>Whether this is what was printed.</summary>
    public bool Says(ItemText text, bool isExcluding) => State == StateOf(text, isExcluding);

    /// <summary>Whether these words for whoever answers were printed.</summary>
    public bool Names(string responsible) => Name == NameOf(responsible);

    internal static string In(int letters, string words) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(words)).Take(letters).Select(one => Letters[one % Letters.Length]));

    private static string StateOf(ItemText text, bool isExcluding) => In(LettersOfState, string.Join(Apart,
        text.Form, Day(text.Term.First), Day(text.Term.Last), text.Title, text.Result, text.Audience,
        text.Responsible.Person?.Value.ToString(CultureInfo.InvariantCulture), text.Responsible.Words, isExcluding));

    private static string NameOf(string responsible) => In(LettersOfName, Folded.Of(responsible));

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
