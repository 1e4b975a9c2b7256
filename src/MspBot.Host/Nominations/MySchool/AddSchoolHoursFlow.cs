using MspBot.Data.Meetings;
using MspBot.Data.People.Schools;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>Weekly hours in which the speaker's school frees its teachers, on one day or several.</summary>
internal sealed class AddSchoolHoursFlow(HeadedSchools heads, SchoolHoursReader reader) : Flow
{
    public override string Key => NominationLinks.AddHours;

    public override Access Access => Access.NoRow("always of the school that the speaker heads");

    public override string Title => MySchoolTexts.AddHours;

    public override bool For(Speaker speaker) => SchoolAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await MySchoolAccess.Of(ask.Speaker, heads) is not { } school) return Say(MySchoolAccess.None(ask.Speaker));
        var week = await reader.Week(school.Id);
        var hours = await new WeeklyHoursQuestions([.. week.Select(row => row.Span)], SchoolHours.Least, MySchoolTexts.TooShort)
            .Ask(ask, MySchoolTexts.Days);

        return Do(new AddSchoolHours(school.Id, hours))
            .OnConflict(WeeklyHoursRefusal.Overlap, WeeklyHoursQuestions.FromKey, WeeklyHoursTexts.OverlapNow)
            .OnConflict(WeeklyHoursRefusal.TooMany, WeeklyHoursQuestions.DaysKey, WeeklyHoursTexts.TooMany);
    }
}

internal sealed record AddSchoolHours(SchoolId School, AddedHours Hours);

internal sealed class AddSchoolHoursHandler(HeadedSchools heads, SchoolHoursStore store, SchoolHoursReader reader) : Handler<AddSchoolHours>
{
    public override async Task<Done> Handle(AddSchoolHours command, Turn turn)
    {
        if ((await heads.Hold(turn.Person))?.Id != command.School) return new Done.With(SchoolAccess.HeadNoMore);
        if (await store.Add(command.School, command.Hours.Days, command.Hours.From, command.Hours.To) is { } refusal)
            return new Done.Refused(refusal, Html.Text(WeeklyHoursTexts.Refused(refusal)));
        SchoolHoursCard.Log(turn, command.School, command.Hours);
        return new Done.With(SchoolHoursScreens.Overview(await reader.Week(command.School), WeeklyHoursTexts.Added(command.Hours)));
    }
}
