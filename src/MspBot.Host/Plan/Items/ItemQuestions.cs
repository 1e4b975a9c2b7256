using System.Globalization;
using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>The questions about an item, asked when it is written and when it is changed.</summary>
internal static class ItemQuestions
{
    /// <summary>Begins the stored answer that is a person and not words.</summary>
    private const char Person = '#';

    private static readonly IReadOnlyList<Option<WorkForm>> Forms =
    [
        .. new[]
        {
            WorkForm.RoundTable, WorkForm.DesignSeminar, WorkForm.Workshop, WorkForm.GroupConsultation, WorkForm.SubjectUnion,
            WorkForm.Briefing, WorkForm.Negotiation, WorkForm.CreativeLab, WorkForm.Tutoring, WorkForm.SchoolMonitoring,
            WorkForm.SiteMonitoring, WorkForm.TutorCoordination, WorkForm.Materials, WorkForm.Other,
        }.Select(form => new Option<WorkForm>(form, FormTexts.Label(form), FormTexts.Form(form))),
    ];

    /// <param name="ask">The dialog.</param>
    /// <param name="was">The item that is changed: what it says already is shown, and not offered again. Null: a new one.</param>
    internal static Task<WorkForm> Form(Dialog ask, ItemVersion? was = null) => ask.Choice("form",
        Put(ItemQuestionTexts.Form, ItemField.Form, was), [.. Forms.Where(option => option.Value != was?.Text.Form)]);

    internal static Task<string> Title(Dialog ask, ItemVersion? was = null) =>
        ask.Text("title", Put(ItemQuestionTexts.Title, ItemField.Title, was), PlanBounds.Title, Line);

    internal static async Task<Term> Term(Dialog ask, SchoolYear year, ItemVersion? was = null)
    {
        var months = Months(year, ask.Zone.DayOf(ask.Now)).Where(option => was is null || option.Value != Stored(was.Text.Term));
        return ReadTerm(await ask.Choice("term", Put(ItemQuestionTexts.Term(year), ItemField.Term, was), [.. months],
            text => Typed(text, year), columns: 2));
    }

    internal static async Task<Responsible> Responsible(Dialog ask, PersonReader people, ItemVersion? was = null)
    {
        var answer = await ask.Choice("responsible", Put(ItemQuestionTexts.Responsible, ItemField.Responsible, was),
            () => People(people, was?.Text.Responsible.Person), TypedResponsible);
        return answer[0] == Person && new Argument(answer[1..]).Id<PersonId>() is { } person
            ? Domain.Plan.Responsible.Of(person) : Domain.Plan.Responsible.Of(answer);
    }

    internal static Task<string> Result(Dialog ask, ItemVersion? was = null) =>
        ask.Text("result", Put(ItemQuestionTexts.Result, ItemField.Result, was), PlanBounds.Result, Line);

    internal static Task<string?> Audience(Dialog ask) =>
        ask.OptionalText("audience", ItemQuestionTexts.Audience, PlanBounds.Audience, Line);

    /// <summary>A text, or the button that takes away what there is.</summary>
    internal static async Task<string?> ChangedAudience(Dialog ask, ItemVersion was)
    {
        var text = await ask.Text("audience", Put(ItemQuestionTexts.Audience, ItemField.Audience, was), PlanBounds.Audience, Line,
            was.Text.Audience is null ? [] : [ItemQuestionTexts.Everybody]);
        return text == ItemQuestionTexts.Everybody ? null : text;
    }

    private static Prompt Put(Prompt prompt, ItemField field, ItemVersion? was) =>
        prompt.With(was is null ? null : DiffTexts.Of(field, was));

    /// <summary>A text that another person reads as a reason or a remark.</summary>
    internal static Parsed<string> Reason(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return OneLine.Says(line, PlanBounds.ShortestRemark) ? new Parsed<string>.Good(line, line)
            : new Parsed<string>.Bad(ItemQuestionTexts.TooShort);
    }

    internal static Parsed<string> Line(string text)
    {
        var line = OneLine.Of(text);
        return line.Length > 0 ? new Parsed<string>.Good(line, line) : new Parsed<string>.Bad(DialogTexts.Empty);
    }

    /// <summary>The months of the year that are not over yet; all of them where it has not begun.</summary>
    private static IReadOnlyList<Option<string>> Months(SchoolYear year, DateOnly today) =>
    [
        .. Enumerable.Range(0, 12).Select(n => year.FirstDay.AddMonths(n))
            .Select(first => new Term(first, first.AddMonths(1).AddDays(-1))).Where(month => month.Last >= today)
            .Select(month => new Option<string>(Stored(month), Russian.AtStart(TermTexts.Brief(month)), TermTexts.Term(month))),
    ];

    private static Parsed<string> Typed(string text, SchoolYear year) => TypedTerm.Read(text, year, out var term) is { } refusal
        ? new Parsed<string>.Bad(TermTexts.Refused(refusal, year)) : new Parsed<string>.Good(Stored(term), TermTexts.Term(term));

    private static string Stored(Term term) =>
        string.Create(CultureInfo.InvariantCulture, $"{term.First:yyyy-MM-dd}/{term.Last:yyyy-MM-dd}");

    private static Term ReadTerm(string stored) => new(Day(stored.Split('/')[0]), Day(stored.Split('/')[1]));

    private static DateOnly Day(string stored) => DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<Option<string>>> People(PersonReader people, PersonId? except) =>
        [.. (await people.Leaders()).Where(p => p.Id != except).Select(p => new Option<string>($"{Person}{Argument.Of(p.Id)}", p.Name))];

    private static Parsed<string> TypedResponsible(string text)
    {
        var words = OneLine.Of(text).TrimStart(Person);
        return words.Length == 0 ? new Parsed<string>.Bad(DialogTexts.Empty)
            : words.Length > PlanBounds.Responsible ? new Parsed<string>.Bad(DialogTexts.TooLong(PlanBounds.Responsible, words.Length))
            : new Parsed<string>.Good(words, words);
    }
}
