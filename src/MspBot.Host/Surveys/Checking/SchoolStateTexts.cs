using System.Globalization;
using MspBot.Data.Surveys;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>How a school in a survey is called, and where it stands.</summary>
internal static class SchoolStateTexts
{
    internal const int LongestName = 45;
    private const string Between = " · ";

    /// <summary>In a word or two, also on a button.</summary>
    internal static string Word(SchoolSurveyState state) => state switch
    {
        SchoolSurveyState.Waiting => "не начато",
        SchoolSurveyState.Filling => "заполняется",
        SchoolSurveyState.Sent => "на проверке",
        SchoolSurveyState.Returned => "на уточнении",
        SchoolSurveyState.Resent => "исправлено",
        SchoolSurveyState.Accepted => "принято",
    };

    /// <summary>The state whole, the school's name in the room that is left: schools differ by their ends.</summary>
    internal static string Label(AskedSchool school)
    {
        var state = Word(school.State);
        return $"{Fit(school.Name, ButtonRows.FullWidth - state.Length - Between.Length)}{Between}{state}";
    }

    /// <summary>«МОУ «СОШ № 12», МОУ «СОШ № 4» и ещё 3 школы»</summary>
    internal static string Names(IReadOnlyList<AskedSchool> schools, int most = int.MaxValue)
    {
        var shown = string.Join(", ", schools.Take(most).Select(school => Name(school.Name)));
        return schools.Count <= most ? shown
            : $"{shown} и ещё {Russian.Count(schools.Count - most, "школа", "школы", "школ")}";
    }

    internal static string Name(string name) => Fit(name, LongestName);

    /// <summary>Sent after the due day.</summary>
    internal static bool IsLate(SurveyDetails survey, AskedSchool school, SiteZone zone) =>
        school.SentAt is { } sent && zone.DayOf(sent) > survey.DueOn;

    private static string Fit(string name, int room)
    {
        var letters = new StringInfo(name.ReplaceLineEndings(" "));
        if (letters.LengthInTextElements <= room) return letters.String;
        var head = room / 2;
        var tail = letters.SubstringByTextElements(letters.LengthInTextElements - (room - head - 1));
        return $"{letters.SubstringByTextElements(0, head).TrimEnd()}…{tail.TrimStart()}";
    }
}
