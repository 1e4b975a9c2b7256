using MspBot.Data.Consultations.Journal;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>A tutor writes down what happened without the bot: a visit, pupils, a consultation by phone.</summary>
internal sealed class JournalEntryFlow(PeopleReader people, SchoolReader schools) : Flow
{
    private const string Name = ConsultationLinks.JournalEntry;

    public override string Key => Name;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => JournalTexts.NewEntry;

    public override string Unfinished => JournalTexts.Unfinished;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var day = await JournalQuestions.Day(ask);
        var form = await JournalQuestions.Form(ask);
        var (teacher, school) = await JournalQuestions.Whom(ask, people, schools);
        var pupils = await JournalQuestions.Pupils(ask);
        var topic = await JournalQuestions.Topic(ask);
        var minutes = await JournalQuestions.Minutes(ask);
        var recommendation = await JournalQuestions.Recommendation(ask);
        var result = await JournalQuestions.Result(ask);
        await ask.Confirm(JournalTexts.Save(toTeacher: teacher is not null && recommendation is not null));

        return Do(new AddEntry(new()
        {
            Day = day,
            Form = form,
            Teacher = teacher,
            School = school,
            Pupils = pupils,
            Topic = topic,
            Minutes = minutes,
            Recommendation = recommendation,
            Result = result,
        })).OnConflict(JournalRefusal.DayOutOfBounds, askAgain: "journal.day", JournalQuestions.DayUnclear);
    }
}

/// <summary>What is to be written down.</summary>
internal sealed record AddEntry(JournalDraft Draft);

/// <summary>Writes it down, and tells the teacher what was recommended.</summary>
internal sealed class AddEntryHandler(JournalStore store, JournalNotices notices, SiteZone zone) : Handler<AddEntry>
{
    public override async Task<Done> Handle(AddEntry command, Turn turn)
    {
        if (command.Draft.Check(zone.DayOf(turn.Now)) is { } refusal)
            return new Done.Refused(refusal, Html.Text(JournalTexts.Refused(refusal)));
        var (entry, _, chat) = await store.Add(command.Draft, turn.Person, turn.Now);
        ChatId[] told = entry!.Recommendation is not null && chat is { } teacher ? [teacher] : [];
        await notices.TellRecommended(turn, entry, told);
        return new Done.With(JournalScreens.Entry(entry, turn.Now, JournalTexts.Saved(told.Length)));
    }
}
