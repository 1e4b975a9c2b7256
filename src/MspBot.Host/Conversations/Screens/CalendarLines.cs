using System.Globalization;
using System.Text;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// The lines of a calendar file as RFC 5545 (3.1) folds them: at most 75 octets, cut between the signs that a reader sees.
/// Ical.Net counts UTF-16 units and cuts an emoji in two, which no reader can put together again.
/// </summary>
internal static class CalendarLines
{
    private const int Octets = 75;
    private const string Fold = "\r\n ";

    /// <summary>The file as it was before it was folded.</summary>
    internal static string Unfold(byte[] calendar) => Unfold(Encoding.UTF8.GetString(calendar));

    /// <summary>In UTF-8, with the folds that are in it already made anew.</summary>
    internal static byte[] Refold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length);
        var length = 0;
        foreach (var sign in Signs(Unfold(calendar)))
        {
            var octets = Encoding.UTF8.GetByteCount(sign);
            if (sign is "\r\n") length = -octets;
            else if (length + octets > Octets)
            {
                folded.Append(Fold);
                length = 1;
            }
            folded.Append(sign);
            length += octets;
        }
        return Encoding.UTF8.GetBytes(folded.ToString());
    }

    private static string Unfold(string calendar) => calendar.Replace(Fold, "", StringComparison.Ordinal);

    /// <summary>What a reader sees as one sign; where that is longer than a line (letters under a pile of marks), its characters.</summary>
    private static IEnumerable<string> Signs(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Encoding.UTF8.GetByteCount(element) < Octets) yield return element;
            else foreach (var rune in element.EnumerateRunes()) yield return rune.ToString();
        }
    }
}
