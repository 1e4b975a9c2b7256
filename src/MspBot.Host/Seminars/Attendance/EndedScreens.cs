using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>What a leader is told after the end: who is to be marked, with the press that marks all.</summary>
internal static class EndedScreens
{
    /// <summary>As many as a screen holds; the menu and the next digest name the others.</summary>
    private const int Most = 6;

    /// <param name="seminars">Of one leader, at least one.</param>
    /// <param name="again">They have been told of these before.</param>
    /// <param name="zone">The site's.</param>
    internal static Screen Of(IReadOnlyList<EndedSeminar> seminars, bool again, SiteZone zone)
    {
        if (seminars is [var one])
            return new Screen(AttendanceTexts.Ended(one, again, zone)).Row(
                one.Marks.AreMissing ? Button.Card(AttendanceTexts.All, SeminarLinks.Attendance, one.Id.Value, AttendanceCard.All).Main()
                : null,
                Button.Card(HeadTexts.WhoCame, SeminarLinks.Attendance, one.Id.Value));
        var shown = seminars.Take(Most).ToList();
        var screen = new Screen(AttendanceTexts.SeveralEnded(shown, again, zone));
        foreach (var seminar in shown)
            screen = screen.Row(Button.Card(AttendanceTexts.Button(seminar, zone), SeminarLinks.Attendance, seminar.Id.Value));
        return screen;
    }
}
