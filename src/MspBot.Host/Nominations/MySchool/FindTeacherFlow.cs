using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>A teacher of the speaker's school, looked for by a part of the name.</summary>
internal sealed class FindTeacherFlow(HeadedSchools heads, MySchoolReader reader) : Flow
{
    public override string Key => NominationLinks.FindTeacher;

    public override Access Access => Access.NoRow("begins with no number: a school's head types a name");

    public override string Title => MySchoolTexts.Find;

    public override bool For(Speaker speaker) => SchoolAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask) => await MySchoolAccess.Of(ask.Speaker, heads) is { } school
        ? Do(new OpenTeacher(await ask.Search("who", MySchoolTexts.Who, new TeacherList(reader, school.Id))))
        : Say(MySchoolAccess.None(ask.Speaker));
}

/// <summary>The teachers of a school, as options.</summary>
internal sealed class TeacherList(MySchoolReader reader, SchoolId school) : SearchedList<PersonId>
{
    private IReadOnlyList<Option<PersonId>>? all;

    public override async Task<(IReadOnlyList<Option<PersonId>> Items, int All)> Find(string words, int skip, int take)
    {
        var found = (await All()).Where(option => Folded.Contains(option.Label, words)).ToList();
        return ([.. found.Skip(skip).Take(take)], found.Count);
    }

    public override async Task<IReadOnlyList<Option<PersonId>>> Near(string words)
    {
        var options = await All();
        var near = WordSearch.Among(words, [.. options.Select(option => option.Label)]);
        return [.. near.Items.Select(n => options[n]).Take(Paging.Size)];
    }

    public override async Task<Option<PersonId>?> Again(PersonId value) =>
        (await All()).FirstOrDefault(option => option.Value == value);

    private async Task<IReadOnlyList<Option<PersonId>>> All() =>
        all ??= [.. (await reader.Names(school)).Select(t => new Option<PersonId>(new(t.Id), t.Name))];
}

/// <summary>A teacher was found.</summary>
internal sealed record OpenTeacher(PersonId Teacher);

internal sealed class OpenTeacherHandler : Handler<OpenTeacher>
{
    public override Task<Done> Handle(OpenTeacher command, Turn turn) =>
        Task.FromResult<Done>(new Done.Opening(NominationLinks.MyTeacher, command.Teacher.Value));
}
