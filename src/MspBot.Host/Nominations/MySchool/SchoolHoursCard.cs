using MspBot.Data.Meetings;
using MspBot.Data.People.Schools;
using MspBot.Domain.Log;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>«Когда удобно»: weekly hours in which the school frees its teachers. Those of the school that the speaker heads now.</summary>
internal sealed class SchoolHoursCard(HeadedSchools heads, SchoolHoursReader reader, SchoolHoursStore store) : Card
{
    /// <summary>A face with the way back to hours that were just removed: this, and the hours.</summary>
    private const char Removed = 'u';

    public override string Key => NominationLinks.Hours;

    public override Access Access => Access.NoRow("hours are looked for among those of the school that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school) return MySchoolAccess.None(turn.Speaker);
        var week = await reader.Week(school.Id);
        return arg switch
        {
            _ when arg.StartsWith(SchoolHoursScreens.Remove, StringComparison.Ordinal) && week.Count > 0 =>
                SchoolHoursScreens.ToRemove(week, new Argument(arg[SchoolHoursScreens.Remove.Length..]).Number()),
            [Removed, .. var hours] when WeeklySpanPress.Read(hours) is { } span && !week.Any(row => row.Span == span) =>
                SchoolHoursScreens.Overview(week, removed: span),
            _ => SchoolHoursScreens.Overview(week),
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (SchoolHoursScreens.Remove or SchoolHoursScreens.Undo)) return Pressed.Fresh(arg);
        if (!SchoolAccess.IsHead(turn.Speaker) || await heads.Hold(turn.Person) is not { } school)
            return Pressed.Instead(MySchoolAccess.None(turn.Speaker));
        if (action == SchoolHoursScreens.Remove) return await TakeOut(turn, school.Id, id, arg);
        return WeeklySpanPress.Read(arg) is { } span ? await PutBack(turn, school.Id, span) : Pressed.Fresh();
    }

    private async Task<Pressed> TakeOut(Turn turn, SchoolId school, long id, string hours)
    {
        // Pressed twice, the way back stays: the button carries the hours as well.
        if (await store.Remove(school, id) is not { } span) return Pressed.Fresh($"{Removed}{hours}", WeeklyHoursTexts.GoneAlready);
        Log(turn, school, new([span.Day], span.From, span.To), isRemoved: true);
        return Pressed.Fresh($"{Removed}{WeeklySpanPress.Text(span)}", WeeklyHoursTexts.RemovedToast);
    }

    private async Task<Pressed> PutBack(Turn turn, SchoolId school, WeeklySpan span)
    {
        var (isBack, refusal) = await store.PutBack(school, span);
        if (refusal is { } because) return Pressed.Warn(WeeklyHoursTexts.Refused(because));
        if (isBack) Log(turn, school, new([span.Day], span.From, span.To));
        return Pressed.Fresh(toast: WeeklyHoursTexts.BackToast);
    }

    internal static void Log(Turn turn, SchoolId school, AddedHours hours, bool isRemoved = false)
    {
        var detail = LogDetail.None.And("days", hours.Days).And("from_minute", hours.From).And("to_minute", hours.To)
            .And("removed", isRemoved);
        turn.Log(LogAction.SchoolHoursChanged, LogSubject.School, school.Value, detail, Role.SchoolHead, school: school);
    }
}

/// <summary>The faces of that card.</summary>
internal static class SchoolHoursScreens
{
    /// <summary>Actions.</summary>
    internal const string Remove = "del";
    internal const string Undo = "undo";

    /// <summary>More than these are shown a day at a time.</summary>
    private const int SpansOnAScreen = 8;

    internal static Screen Overview(IReadOnlyList<SchoolHoursRow> week, Html news = default, WeeklySpan? removed = null) =>
        new Screen(Html.Paragraphs(news, MySchoolTexts.HoursCard([.. week.Select(row => row.Span)])))
            .Row(removed is { } span
                ? Button.Card(WeeklyHoursTexts.PutBack(span), NominationLinks.Hours, 0, Undo, WeeklySpanPress.Text(span)) : null)
            .Row(Button.Flow(MySchoolTexts.AddHours, NominationLinks.AddHours),
                week.Count > 0 ? Face(MySchoolTexts.RemoveHours, Remove) : null)
            .Row(Button.Card(MySchoolTexts.ToTutors, NominationLinks.SchoolTutors, 0), EngineTexts.ToMenu);

    internal static Screen ToRemove(IReadOnlyList<SchoolHoursRow> week, long? weekday)
    {
        var screen = new Screen(MySchoolTexts.WhichToRemove);
        if (weekday is null && week.Count > SpansOnAScreen)
        {
            foreach (var days in week.Select(row => row.Weekday).Distinct().Chunk(4))
                screen = screen.Row([.. days.Select(day => Face(Russian.Weekdays[day - 1], $"{Remove}{day}"))]);
            return screen.Row(Back);
        }
        foreach (var row in week.Where(row => weekday is null || row.Weekday == weekday))
            screen = screen.Row(Button.Card(WeeklyHoursTexts.RemoveOne(row.Span), NominationLinks.Hours, row.Id, Remove,
                WeeklySpanPress.Text(row.Span)));
        return screen.Row(Back);
    }

    private static Button Back => Button.Card(MySchoolTexts.ToHours, NominationLinks.Hours, 0);

    private static Button Face(string label, string face) => Button.Card(label, NominationLinks.Hours, 0, "show", face);
}
