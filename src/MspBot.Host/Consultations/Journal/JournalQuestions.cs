using System.Globalization;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Roles;

namespace MspBot.Host.Consultations.Journal;

/// <summary>The questions of a journal, asked when something is written down and when it is corrected.</summary>
internal static class JournalQuestions
{
    internal const string DayUnclear =
        "Не подходит: нужен день не позже сегодняшнего и не раньше чем 60 дней назад. Напишите, например: вчера или пятница.";
    internal const string MinutesUnclear = "Напишите число минут от 5 до 600, например: 45.";
    internal const string PupilsUnclear = "Напишите число учеников от 1 до 1000, например: 3. Имена не нужны.";

    private static readonly int[] UsualMinutes = [30, 45, 60, 90];

    private static readonly Prompt FormPrompt = new("Форма", "Что это было?");
    private static readonly Prompt WhomPrompt = new("С кем", "С кем вы работали?");
    private static readonly Prompt TeacherPrompt = new("Педагог", "Какой это педагог?", "Напишите фамилию — найду");
    private static readonly Prompt SchoolPrompt = new("Школа", "Какая это школа?");
    private static readonly Prompt PupilsPrompt = new("Учеников", "Были ученики? Сколько?", "Только число, например: 3. Имена не нужны");
    private static readonly Prompt TopicPrompt = new("Тема", "О чём это было?", "Например: Читательская грамотность, урок в 6 классе");
    private static readonly Prompt MinutesPrompt =
        new("Длительность", "Сколько это длилось?", "Выберите или напишите число минут, например: 40");
    private static readonly Prompt RecommendationPrompt =
        new("Рекомендация", "Что вы порекомендовали?",
            "Рекомендацию увидит педагог. Например: возьмите два задания из банка и разберите на уроке");
    private static readonly Prompt ResultPrompt =
        new("Результат", "Что получилось?", "Одной строкой, например: составлен план уроков на месяц");
    private static readonly Prompt NotePrompt =
        new("Личная заметка", "Что записать для себя?", "Заметку видите только вы, в отчёты она не попадает");

    internal static Task<DateOnly> Day(Dialog ask)
    {
        var today = ask.Zone.DayOf(ask.Now);
        var prompt = new Prompt("День", "Когда это было?", $"Можно написать: вчера, пятница или {Examples.PastDay(ask.Now, ask.Zone)}");
        return ask.PastDay("journal.day", prompt, today.AddDays(-JournalBounds.DaysBack), DayUnclear, plain: true);
    }

    internal static Task<JournalForm> Form(Dialog ask) => ask.Choice("journal.form", FormPrompt,
        [.. Enum.GetValues<JournalForm>().Select(form => new Option<JournalForm>(form, JournalTexts.Form(form)))]);

    /// <summary>A teacher, a whole school, or neither.</summary>
    internal static async Task<(PersonId? Teacher, SchoolId? School)> Whom(Dialog ask, PeopleReader people, SchoolReader schools)
    {
        var me = ask.Person;
        var teachers = new PeopleList(people, but: me, accompaniedBy: me);
        var whom = await ask.Choice("journal.whom", WhomPrompt, async () => await Whoms(teachers));
        return whom switch
        {
            Named.Teacher => (await ask.Search("journal.teacher", TeacherPrompt, teachers), null),
            Named.School => (null, await ask.Choice("journal.school", SchoolPrompt, async () => await Schools(schools))),
            Named.Nobody => (null, null),
        };
    }

    internal static async Task<int?> Pupils(Dialog ask) =>
        await ask.OptionalChoice<int>("journal.pupils", PupilsPrompt, [], TypedPupils) is > 0 and var pupils ? pupils : null;

    internal static Task<string> Topic(Dialog ask) => ask.Text("journal.topic", TopicPrompt, JournalBounds.Topic, Line);

    /// <param name="ask">The dialog.</param>
    /// <param name="planned">What was agreed stands first.</param>
    internal static Task<int> Minutes(Dialog ask, int? planned = null)
    {
        int[] usual = planned is { } agreed && JournalBounds.FitsMinutes(agreed) ? [agreed, .. UsualMinutes.Where(m => m != agreed)]
            : UsualMinutes;
        return ask.Choice("journal.minutes", MinutesPrompt, [.. usual.Select(m => new Option<int>(m, JournalTexts.Minutes(m)))],
            TypedMinutes, columns: 2);
    }

    internal static Task<string?> Recommendation(Dialog ask) =>
        ask.OptionalText("journal.recommendation", RecommendationPrompt, JournalBounds.Recommendation, Long);

    internal static Task<string?> Result(Dialog ask) => ask.OptionalText("journal.result", ResultPrompt, JournalBounds.Result, Long);

    internal static Task<string?> Note(Dialog ask) => ask.OptionalText("journal.note", NotePrompt, JournalBounds.PrivateNote, Long);

    /// <summary>One field of a line that stands in the journal, with a button that takes away what can be absent.</summary>
    internal static async Task<object?> Again(Dialog ask, JournalField field) => field switch
    {
        JournalField.Day => await Day(ask),
        JournalField.Form => await Form(ask),
        JournalField.Topic => await Topic(ask),
        JournalField.Minutes => await Minutes(ask),
        JournalField.Pupils =>
            await ask.Choice("journal.pupils", PupilsPrompt, [new Option<int>(0, JournalTexts.TakeAway)], TypedPupils) is > 0
            and var pupils ? pupils : null,
        JournalField.Recommendation => await OrNone(ask, "journal.recommendation", RecommendationPrompt, JournalBounds.Recommendation),
        JournalField.Result => await OrNone(ask, "journal.result", ResultPrompt, JournalBounds.Result),
        JournalField.Note => await OrNone(ask, "journal.note", NotePrompt, JournalBounds.PrivateNote),
    };

    private static async Task<string?> OrNone(Dialog ask, string key, Prompt prompt, int max) =>
        await ask.Text(key, prompt, max, Long, suggestions: [JournalTexts.TakeAway]) is var text && text == JournalTexts.TakeAway ? null
        : text;

    /// <summary>Whom a line of a journal names.</summary>
    private enum Named
    {
        Teacher,
        School,
        Nobody,
    }

    private static async Task<IReadOnlyList<Option<Named>>> Whoms(PeopleList teachers)
    {
        var school = new Option<Named>(Named.School, "Школа целиком");
        var nobody = new Option<Named>(Named.Nobody, "Не указывать");
        return (await teachers.Find("", 0, take: 1)).All > 0 ? [new(Named.Teacher, "Педагог"), school, nobody] : [school, nobody];
    }

    private static async Task<IReadOnlyList<Option<SchoolId>>> Schools(SchoolReader schools) =>
        [.. (await schools.Confirmed()).Select(s => new Option<SchoolId>(s.Id, s.Name))];

    private static Parsed<int> TypedMinutes(string text) =>
        Number(text) is { } minutes && JournalBounds.FitsMinutes(minutes) ? new Parsed<int>.Good(minutes, JournalTexts.Minutes(minutes))
        : new Parsed<int>.Bad(MinutesUnclear);

    private static Parsed<int> TypedPupils(string text) =>
        Number(text) is { } pupils && JournalBounds.FitsPupils(pupils) ? new Parsed<int>.Good(pupils, Russian.Number(pupils))
        : new Parsed<int>.Bad(PupilsUnclear);

    private static int? Number(string text) =>
        int.TryParse(text.Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Parsed<string> Line(string text) =>
        OneLine.Of(text) is { Length: > 0 } line ? new Parsed<string>.Good(line, line) : new Parsed<string>.Bad(DialogTexts.Empty);

    /// <summary>Repeated by its beginning only: with the whole of it a summary would not fit into one message.</summary>
    private static Parsed<string> Long(string text) => new Parsed<string>.Good(text, Ellipsis.Cut(text, 300));
}
