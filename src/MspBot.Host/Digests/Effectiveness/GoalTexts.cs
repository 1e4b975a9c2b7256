using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Цели на год»: what is asked, and what is wrong with what was typed.</summary>
internal static class GoalTexts
{
    internal const string Setting = "Цель на год";
    internal const string Remove = "Убрать цель";
    internal const string NoSuchYear = "Такого учебного года нет.";

    internal static string OfYear(SchoolYear year) => $"Цели на {year}";

    internal static Html Card(SchoolYear year, IReadOnlyDictionary<EffectFigure, decimal> goals) => Html.Paragraphs(
        Html.Bold(OfYear(year)),
        Html.Lines([.. goals.OrderBy(goal => goal.Key).Select(goal =>
            Html.Of($"{EffectTexts.Name(goal.Key)}: <b>{EffectTexts.Goal(goal.Key, goal.Value)}</b>"))]),
        Html.Text(goals.Count == 0
            ? "Целей пока нет, и они не обязательны. Выберите показатель, чтобы поставить цель: она встанет рядом с тем, что посчитано."
            : "Выберите показатель, чтобы поставить цель, изменить или убрать."));

    internal static string Button(EffectFigure figure, decimal? goal) =>
        $"{EffectTexts.Short(figure)}: {(goal is { } wanted ? EffectTexts.Goal(figure, wanted) : "цели нет")}";

    internal static Prompt Ask(EffectFigure figure, SchoolYear year, decimal? now) => new("Цель",
        $"{EffectTexts.Name(figure)}: какая цель на {year} учебный год, {Measure(figure)}?",
        $"{(now is { } wanted ? $"Сейчас: {EffectTexts.Goal(figure, wanted)}. " : "")}Например: {Example(figure)}")
    { Skip = Remove };

    internal static Html Saved(EffectFigure figure, decimal? goal) => Html.Text(goal is { } wanted
        ? $"{EffectTexts.Name(figure)}: цель {EffectTexts.Goal(figure, wanted)}." : $"{EffectTexts.Name(figure)}: цель убрана.");

    /// <summary>«было 75 %, стало 80 %»</summary>
    internal static Html Stale(EffectFigure figure, decimal? was, decimal? now, decimal? wanted) => Html.Text(
        $"Пока вы смотрели, эту цель изменили ({EffectTexts.Name(figure)}): было — {Words(figure, was)}, стало — {Words(figure, now)}. "
        + $"Не сохранилось: {Words(figure, wanted)}.");

    internal static string Refused(GoalRefusal because, EffectUnit unit) => (because, unit) switch
    {
        (GoalRefusal.NoNumber, EffectUnit.Share) => "Нужно одно число, в процентах. Например: 85.",
        (GoalRefusal.NoNumber, EffectUnit.Rating) => "Нужно одно число от 1 до 5. Например: 4,5.",
        (GoalRefusal.NoNumber, EffectUnit.Hours) => "Нужно одно число, в часах. Например: 24.",
        (GoalRefusal.TooExact, _) => "Достаточно одной цифры после запятой. Например: 82,5.",
        (GoalRefusal.Zero, EffectUnit.Hours) => "Ответить за 0 часов нельзя. Напишите, за сколько часов нужно ответить: 24.",
        (GoalRefusal.Zero, _) => $"Ноль — это не цель. Если цель не нужна, нажмите «{DialogTexts.Cancel}» или уберите её.",
        (GoalRefusal.TooMuch, EffectUnit.Share) => "Больше 100 % не бывает: это доля от целого. Напишите число до 100.",
        (GoalRefusal.TooMuch or GoalRefusal.TooLittle, EffectUnit.Rating) => "Оценки бывают от 1 до 5. Напишите, например: 4,5.",
        (GoalRefusal.TooMuch, EffectUnit.Hours) => $"Это больше месяца. Напишите число часов до {Russian.Number(TypedGoal.MostHours)}.",
        (GoalRefusal.TooLittle, _) => "Цель не может быть меньше нуля.",
    };

    private static string Words(EffectFigure figure, decimal? goal) => goal is { } wanted ? EffectTexts.Goal(figure, wanted) : "без цели";

    private static string Measure(EffectFigure figure) => EffectFigures.Unit(figure) switch
    {
        EffectUnit.Share => "в процентах",
        EffectUnit.Rating => "от 1 до 5",
        EffectUnit.Hours => "не больше скольких часов",
    };

    private static string Example(EffectFigure figure) => EffectFigures.Unit(figure) switch
    {
        EffectUnit.Share => "85",
        EffectUnit.Rating => "4,5",
        EffectUnit.Hours => "24",
    };
}
