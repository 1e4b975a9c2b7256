using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Consultations.Deadlines;

/// <summary>How long a request may wait for an answer before somebody is notified.</summary>
/// <param name="Nudge">Working time until the tutor is reminded.</param>
/// <param name="TellTeacher">Until the teacher is told that there is no answer, and offered another tutor.</param>
/// <param name="AskHead">Until the head is asked to assign somebody.</param>
public sealed partial record AnswerTimes(TimeSpan Nudge, TimeSpan TellTeacher, TimeSpan AskHead)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>
    /// Reads «04:00:00,24:00:00,48:00:00»: hours, which may be more than a day's, minutes, seconds; none shorter than the one before.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AnswerTimes? times)
    {
        times = null;
        var read = text.Split(',', StringSplitOptions.TrimEntries).Select(Read).ToList();
        if (read is not [{ } nudge, { } teacher, { } head]) return false;
        if (nudge <= TimeSpan.Zero || teacher < nudge || head < teacher || head > Longest) return false;
        times = new(nudge, teacher, head);
        return true;
    }

    private static TimeSpan? Read(string part) => Clock().Match(part) is { Success: true } match
        ? new TimeSpan(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3])) : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    // Not TimeSpan.Parse: it reads 24:00:00 as 24 days.
    [GeneratedRegex(@"^(\d{1,3}):([0-5]\d):([0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
