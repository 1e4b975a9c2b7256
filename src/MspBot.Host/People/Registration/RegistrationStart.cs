using System.Globalization;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>
/// What a registration is begun with: when «Согласен» was pressed, and the deep link by which the person came.
/// Written «seconds.link», so that it fits into a button.
/// </summary>
internal sealed record RegistrationStart(DateTimeOffset ConsentedAt, string Link)
{
    /// <summary>A form is closed after a day; a consent much older than that was given to something else.</summary>
    private static readonly TimeSpan ConsentHolds = TimeSpan.FromDays(2);

    /// <summary>«a:register:», the seconds and the dot.</summary>
    private const int LongestLink = Button.DataLimit - 22;

    public override string ToString() => $"{ConsentedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.{Link}";

    /// <summary>Null without consent: a forged button.</summary>
    internal static RegistrationStart? Read(string text, DateTimeOffset now)
    {
        var parts = text.Split('.', 2);
        if (parts.Length < 2 || parts[0].Length > 11
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        var consented = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return consented > now || consented < now - ConsentHolds ? null : new(consented, Kept(parts[1]));
    }

    /// <summary>What opens by this link once its bearer has registered; by a school's, what it names besides. Empty: nothing.</summary>
    internal static string Behind(string link) =>
        link.StartsWith(SchoolStart.Prefix, StringComparison.Ordinal) ? SchoolStart.Read(link)?.Then ?? "" : link;

    /// <summary>The link if it could be one of ours: buttons carry it, and anyone can type anything after /start.</summary>
    internal static string Kept(string link) =>
        link.Length <= LongestLink && link.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? link : "";
}
