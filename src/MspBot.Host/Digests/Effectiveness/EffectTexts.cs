using System.Globalization;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>What the figures of the site's effectiveness, their periods and their goals are called.</summary>
internal static class EffectTexts
{
    internal const string Effectiveness = "Эффективность площадки";
    internal const string GoalsOfYear = "Цели на год";
    internal const string OtherPeriod = "Выбрать период";
    internal const string Paper = "Скачать справку";
    internal const string ToMonitoring = "← Мониторинг";
    internal const string ToPage = "← Показатели";
    internal const string ChoosePeriod = "За какой период показать?";
    internal const string OwnDays = "Свои дни";
    internal const string NothingYet = "Пока нечего считать: за эти дни не было ни мероприятий, ни консультаций, ни опросов школ.";
    private const string Runs = "Период ещё идёт.";
    private const string None = "нет данных";
    private const string Few = "не показано: их меньше пяти";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    internal static Html Page(EffectPeriod period, DateOnly today, Html figures) => Html.Paragraphs(
        Html.Bold(Effectiveness),
        Html.Lines(Html.Text(Russian.AtStart(Label(period))),
            period.Span == EffectSpan.OwnDays ? default : Html.Text(Days(period)),
            period.Last > today ? Html.Text(Runs) : default),
        figures);

    /// <summary>«ШНОР участвовали: 7 из 9 (78 %); цель 90 % не достигнута»</summary>
    internal static Html Line(EffectValue value, decimal? goal) =>
        Html.Of($"{Name(value.Figure)}: <b>{Fact(value)}</b>{Beside(value, goal)}");

    /// <summary>«7 из 9 (78 %)», «4,6 (по 32 отзывам)», «12 ч (медиана по 45 ответам)», «нет данных»</summary>
    internal static string Fact(EffectValue value) => value switch
    {
        { Whole: 0 } => None,
        { IsHidden: true, Figure: EffectFigure.Rating or EffectFigure.Applied, Whole: < Domain.Digests.Figures.FewestRatings } =>
            FigureTexts.FewRatings,
        { IsHidden: true } => Few,
        { Unit: EffectUnit.Share } =>
            $"{Russian.Number(value.Part)} из {Russian.Number(value.Whole)} ({ValueTexts.Percent(value.Part, value.Whole)})",
        { Unit: EffectUnit.Rating } => $"{FigureTexts.Exact(value.Value)} (по {DigestTexts.ByReviews(value.Whole)})",
        _ => $"{FigureTexts.Hours(value.Value)} (медиана по {Russian.Count(value.Whole, "ответу", "ответам", "ответам")})",
    };

    /// <summary>«80 %», «4,5», «не дольше 24 ч»</summary>
    internal static string Goal(EffectFigure figure, decimal goal) => EffectFigures.Unit(figure) switch
    {
        EffectUnit.Share => $"{ValueTexts.Number(goal)} %",
        EffectUnit.Rating => ValueTexts.Number(goal),
        EffectUnit.Hours => $"не дольше {ValueTexts.Number(goal)} ч",
    };

    internal static string Outcome(GoalOutcome outcome) => outcome switch
    {
        GoalOutcome.Reached => "достигнута",
        GoalOutcome.Missed => "не достигнута",
        GoalOutcome.NoData => "сравнить не с чем",
        GoalOutcome.NoGoal => "—",
    };

    private static string Beside(EffectValue value, decimal? goal) => goal is not { } wanted ? ""
        : $"; цель {Goal(value.Figure, wanted)}{(value.HasData ? $" {Outcome(value.Against(goal))}" : "")}";

    /// <summary>Where a line begins.</summary>
    internal static string Name(EffectFigure figure) => figure switch
    {
        EffectFigure.PlanCarriedOut => "План выполнен с начала учебного года",
        EffectFigure.Schools => "ШНОР участвовали",
        EffectFigure.Teachers => "Педагоги ШНОР участвовали",
        EffectFigure.Attendance => "Явка на мероприятия",
        EffectFigure.Rating => "Средняя оценка (из 5)",
        EffectFigure.Applied => "Применили на практике",
        EffectFigure.HoursToAnswer => "До ответа на заявку",
        EffectFigure.Consultations => "Консультация состоялась по заявке",
        EffectFigure.Nominated => "Пришли из направленных школами",
        EffectFigure.Surveys => "Школы ответили на опросы в срок",
        EffectFigure.Materials => "Скачивали материалы библиотеки",
    };

    /// <summary>What it is called on a button, beside its goal.</summary>
    internal static string Short(EffectFigure figure) => figure switch
    {
        EffectFigure.PlanCarriedOut => "План выполнен",
        EffectFigure.Schools => "ШНОР",
        EffectFigure.Teachers => "Педагоги ШНОР",
        EffectFigure.Attendance => "Явка",
        EffectFigure.Rating => "Оценка",
        EffectFigure.Applied => "Применили",
        EffectFigure.HoursToAnswer => "До ответа",
        EffectFigure.Consultations => "Консультации",
        EffectFigure.Nominated => "Направленные",
        EffectFigure.Surveys => "Опросы в срок",
        EffectFigure.Materials => "Материалы",
    };

    /// <summary>The column «Как считали» of the paper.</summary>
    internal static string How(EffectFigure figure) => figure switch
    {
        EffectFigure.PlanCarriedOut => "Пункты плана, выполненные в срок или позже, из всех, чей срок пришёл с 1 сентября",
        EffectFigure.Schools => "Школы, откуда кто-то пришёл на мероприятие или консультацию, из всех ШНОР списка",
        EffectFigure.Teachers => "Разные педагоги ШНОР, пришедшие на мероприятие или консультацию, из зарегистрированных в боте",
        EffectFigure.Attendance => "Пришли из записанных на мероприятия, где отмечено, кто был",
        EffectFigure.Rating => "Среднее всех оценок мероприятий и консультаций; меньше трёх отзывов — не показывается",
        EffectFigure.Applied => "Ответы «да» и «частично» из всех ответов на вопрос «Применили?»",
        EffectFigure.HoursToAnswer => "Медиана времени от заявки до первого ответа",
        EffectFigure.Consultations => "Заявки, по которым прошла консультация, отдельная или групповая, из всех заявок периода",
        EffectFigure.Nominated => "Пришли из педагогов, которых школы направили на прошедшие мероприятия",
        EffectFigure.Surveys => "Школы, отправившие ответы не позже срока, из спрошенных в опросах, чей срок прошёл",
        EffectFigure.Materials => "Разные люди, скачавшие материал или открывшие ссылку, кроме его автора, из всех в боте",
    };

    /// <summary>«1 полугодие 2026/27», inside a sentence.</summary>
    internal static string Label(EffectPeriod period) => period.Span switch
    {
        EffectSpan.YearToDate => $"{period.Year}, по {Russian.DayAndMonth(period.Last)}",
        EffectSpan.HalfYear => $"{Russian.Number(period.Number)} полугодие {period.Year}",
        EffectSpan.Quarter => $"{Russian.Number(period.Number)} квартал {Russian.Number(period.First.Year)}",
        EffectSpan.LastYear => $"{period.Year} учебный год",
        EffectSpan.OwnDays => Days(period),
    };

    /// <summary>«1 сентября – 30 ноября 2026»</summary>
    internal static string Days(EffectPeriod period)
    {
        var last = period.Last.ToString("d MMMM yyyy", Culture);
        if (period.First == period.Last) return last;
        var first = period.First.ToString(period.First.Year == period.Last.Year ? "d MMMM" : "d MMMM yyyy", Culture);
        return $"{first} – {last}";
    }
}
