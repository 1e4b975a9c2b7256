using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.People.Schools;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Registration;

/// <summary>The questions about a person, asked at registration and again when something has changed.</summary>
internal static class PersonQuestions
{
    /// <summary>«Моей школы нет»: no school has this number. Always on the screen, whatever is searched for.</summary>
    private static readonly SchoolId None = new(0);

    internal static async Task<FullName> Name(Dialog ask) =>
        FullName.Read(await ask.Text("name", RegistrationTexts.Name, FullName.MaxLength, ReadName), out var name) is null
            ? name : throw new InvalidOperationException("an answer that was accepted is a name");

    internal static async Task<NamedSchool> School(Dialog ask, SchoolReader schools)
    {
        var school = await ask.Choice("school", RegistrationTexts.School, () => Offered(schools));
        return school == None
            ? new(null, await ask.Text("school.name", RegistrationTexts.SchoolName, 200, ReadSchool))
            : new(school, null);
    }

    internal static Task<string> Position(Dialog ask) => ask.Text("position", RegistrationTexts.Position, 200,
        text => ReadLine(text, 3, RegistrationTexts.PositionUnclear), RegistrationTexts.Positions);

    internal static Task<IReadOnlyList<string>> Subjects(Dialog ask) => ask.Many("subjects", RegistrationTexts.Subjects,
        [.. Domain.People.Profile.Subjects.All.Select(s => new Option<string>(s, s))], min: 1, columns: 2,
        none: RegistrationTexts.TeachesNothing);

    /// <summary>Answers what a link of a school says of who came by it; each answer can be changed.</summary>
    internal static async Task Assume(Dialog ask, BroughtPerson brought)
    {
        await ask.Assume<SchoolId>("school", RegistrationTexts.School, () => Said(brought.School, brought.SchoolName));
        if (brought.Person is not { } person) return;
        await ask.Assume<string>("name", RegistrationTexts.Name, () => Said(person.Name, person.Name));
        await ask.Assume<string>("position", RegistrationTexts.Position, () => Said(person.Position, person.Position));
        if (person.Subjects is { } subjects)
            await ask.Assume<IReadOnlyList<string>>("subjects", RegistrationTexts.Subjects, () => Said(subjects,
                subjects.Count == 0 ? RegistrationTexts.TeachesNothing : string.Join(", ", subjects)));

        static Task<Option<T>?> Said<T>(T value, string label) => Task.FromResult<Option<T>?>(new(value, label));
    }

    private static async Task<IReadOnlyList<Option<SchoolId>>> Offered(SchoolReader schools) =>
        [.. (await schools.Confirmed()).Select(s => new Option<SchoolId>(s.Id, s.Name)),
            new(None, RegistrationTexts.NotListed) { Always = true }];

    private static Parsed<string> ReadName(string typed)
    {
        if (FullName.Read(typed, out var name) is { } refusal) return new Parsed<string>.Bad(RegistrationTexts.NameRefused(refusal));
        if (!Printable.Reads(name.Value)) return new Parsed<string>.Bad(RegistrationTexts.NameNotPrintable);
        var spelled = name.Spelled.Value;
        return spelled == name.Value ? Good(spelled) : new Parsed<string>.Doubtful(
            RegistrationTexts.NameSpelled(spelled), [new Option<string>(spelled, RegistrationTexts.NameIsRight, spelled)],
            RegistrationTexts.NameIsWrong, Good(name.Value));

        static Parsed<string>.Good Good(string value) => new(value, value);
    }

    private static Parsed<string> ReadSchool(string typed)
    {
        var read = ReadLine(typed, 3, RegistrationTexts.SchoolUnclear);
        return read is Parsed<string>.Good { Value: var name } && !Printable.Reads(name)
            ? new Parsed<string>.Bad(RegistrationTexts.SchoolNotPrintable) : read;
    }

    private static Parsed<string> ReadLine(string typed, int letters, string unclear)
    {
        var line = OneLine.Of(typed);
        return OneLine.Says(line, letters) ? new Parsed<string>.Good(line, line) : new Parsed<string>.Bad(unclear);
    }
}
