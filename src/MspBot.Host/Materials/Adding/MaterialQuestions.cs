using MspBot.Data.Materials.Adding;
using MspBot.Domain.Materials;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>The questions about a material, asked when it is added and when it is changed.</summary>
internal static class MaterialQuestions
{
    private const int MostAuthors = 10;
    private const int LongestName = 100;

    private static readonly Grades[] Usual = [new(1, 4), new(5, 6), new(7, 9), new(10, 11), Grades.All];

    internal static Task<Handed> What(Dialog ask, Prompt prompt) =>
        ask.FileOrText("material-what", prompt, MaterialBounds.Link, TextRule.Link, MaterialFiles.Refused);

    internal static Task<string> Name(Dialog ask) =>
        ask.Text("material-name", QuestionTexts.Name, MaterialBounds.Name, MaterialFiles.Title);

    internal static Task<MaterialKind> Kind(Dialog ask) => ask.Choice("material-kind", QuestionTexts.Kind,
        [.. Enum.GetValues<MaterialKind>().Select(kind => new Option<MaterialKind>(kind, MaterialKindTexts.Of(kind)))]);

    internal static Task<IReadOnlyList<string>> Subjects(Dialog ask) => ask.Many("material-subjects", QuestionTexts.Subjects,
        [.. Domain.People.Profile.Subjects.All.Select(subject => new Option<string>(subject, subject))], min: 1, columns: 2,
        none: QuestionTexts.AllSubjects);

    internal static Task<Grades> Classes(Dialog ask) => ask.Choice("material-grades", QuestionTexts.Classes,
        [.. Usual.Select(one => new Option<Grades>(one, Russian.AtStart($"{one}")))],
        text => Grades.Read(text) is { } read ? new Parsed<Grades>.Good(read, $"{read}")
            : new Parsed<Grades>.Bad(QuestionTexts.GradesUnclear),
        columns: 2);

    /// <summary>Not asked where the list is empty.</summary>
    internal static async Task<IReadOnlyList<TopicId>> Topics(Dialog ask, AddingReader reader, IReadOnlyList<TopicId>? now = null)
    {
        var listed = await reader.Topics();
        if (listed.Count == 0) return [];
        IReadOnlyList<Option<TopicId>> options = [.. listed.Select(topic => new Option<TopicId>(topic.Id, topic.Name))];
        return await ask.ManyOf("material-topics", QuestionTexts.Topics, () => Task.FromResult(options), min: 1, ticked: now,
            max: MaterialBounds.TopicsOfOne);
    }

    internal static Task<string?> About(Dialog ask) =>
        ask.OptionalText("material-about", QuestionTexts.About, MaterialBounds.About, Words);

    internal static async Task<(bool ByAuthor, IReadOnlyList<string> Coauthors)> Authors(Dialog ask)
    {
        var who = await ask.Choice("material-authors", QuestionTexts.Authors,
        [
            new Option<Authorship>(Authorship.Alone, QuestionTexts.Alone), new(Authorship.Together, QuestionTexts.Together),
            new(Authorship.Others, QuestionTexts.Others),
        ]);
        return who == Authorship.Alone ? (true, [])
            : (who == Authorship.Together, Split(await ask.Text("material-names", QuestionTexts.Names, MaterialBounds.About, Names)));
    }

    internal static NewContent Content(Handed what) =>
        new(what.File, what.File is null ? null : MaterialFiles.NameOf(what), what.MediaType, what.Text);

    internal static Parsed<string> Remark(string text) => OneLine.Says(text, MaterialBounds.LeastRemark)
        ? new Parsed<string>.Good(text, Ellipsis.Cut(text, 200)) : new Parsed<string>.Bad(QuestionTexts.RemarkTooShort);

    private static Parsed<string> Words(string text) => new Parsed<string>.Good(text, Ellipsis.Cut(text, 200));

    private static Parsed<string> Names(string text)
    {
        var names = Split(text);
        if (names.Count == 0 || !names.All(name => OneLine.Says(name, 2))) return new Parsed<string>.Bad(QuestionTexts.NamesUnclear);
        if (names.Count > MostAuthors || names.Any(name => name.Length > LongestName))
            return new Parsed<string>.Bad(QuestionTexts.TooManyAuthors);
        var said = string.Join(", ", names);
        return new Parsed<string>.Good(said, said);
    }

    /// <summary>«я и Орлов Б. Л.» is Орлов: whoever writes is an author already, or has said that they are not.</summary>
    private static IReadOnlyList<string> Split(string text) =>
        [.. text.Split([",", ";", "\n", " и "], StringSplitOptions.None).Select(OneLine.Of)
            .Where(name => name.Length > 0 && !name.Equals("я", StringComparison.OrdinalIgnoreCase)).DistinctBy(Folded.Of)];
}

/// <summary>Who has made it; stored in answers.</summary>
internal enum Authorship
{
    Alone,
    Together,
    Others,
}
